package dev.pixapi.local.sdk;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import dev.pixapi.lambda.wiring.AwsClients;
import dev.pixapi.local.LocalSystem;
import dev.pixapi.local.embedded.EmbeddedServers;

import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Where signed URLs lead: another origin, as S3 is one, that hands over the object and keeps what
 * it was sent. It checks no signature.
 */
final class OtherOrigin implements AutoCloseable {
    private final HttpServer server;
    private final AtomicReference<S3Client> s3 = new AtomicReference<>();
    private final List<Headers> requests = new CopyOnWriteArrayList<>();

    private OtherOrigin(HttpServer server) {
        this.server = server;
    }

    static OtherOrigin start() {
        try {
            var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
            var origin = new OtherOrigin(HttpServer.create(address, 0));
            origin.server.createContext("/", origin::serve);
            origin.server.start();
            return origin;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The clients of a system whose signed URLs lead here. */
    AwsClients clients(EmbeddedServers servers) {
        s3.set(servers.s3());
        var plain = LocalSystem.clients(servers);
        return new AwsClients(
                plain.dynamoDb(),
                plain.s3(),
                () -> signer(servers),
                plain.sqs(),
                plain.secrets(),
                plain.credentials());
    }

    /** The headers of each request, in turn. */
    List<Headers> requests() {
        return requests;
    }

    private S3Presigner signer(EmbeddedServers servers) {
        return S3Presigner.builder()
                .endpointOverride(URI.create("http://127.0.0.1:" + server.getAddress().getPort()))
                .region(Region.US_EAST_1)
                .credentialsProvider(servers.credentials())
                .serviceConfiguration(
                        S3Configuration.builder().pathStyleAccessEnabled(true).build())
                .build();
    }

    /** The path is bucket and key. */
    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            requests.add(exchange.getRequestHeaders());
            var path = exchange.getRequestURI().getPath().substring(1).split("/", 2);
            var found = s3.get().getObjectAsBytes(get -> get.bucket(path[0]).key(path[1]));
            exchange.getResponseHeaders().set("content-type", found.response().contentType());
            exchange.sendResponseHeaders(200, found.response().contentLength());
            exchange.getResponseBody().write(found.asByteArrayUnsafe());
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
