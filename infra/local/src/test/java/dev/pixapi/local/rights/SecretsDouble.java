package dev.pixapi.local.rights;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import dev.pixapi.json.Json;
import dev.pixapi.lambda.wiring.AwsClients;

import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;

/** Secrets Manager on loopback, as far as GetSecretValue; it has one secret under any name. */
final class SecretsDouble implements AutoCloseable {
    private final HttpServer server;
    private final Map<String, String> secret;

    private SecretsDouble(HttpServer server, Map<String, String> secret) {
        this.server = server;
        this.secret = secret;
    }

    static SecretsDouble start(Map<String, String> secret) {
        try {
            var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
            var secrets = new SecretsDouble(HttpServer.create(address, 0), secret);
            secrets.server.createContext("/", secrets::answer);
            secrets.server.start();
            return secrets;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    SecretsManagerClient client() {
        return AwsClients.plain(SecretsManagerClient.builder())
                .endpointOverride(URI.create("http://127.0.0.1:" + server.getAddress().getPort()))
                .region(Region.US_EAST_1)
                .credentialsProvider(AnonymousCredentialsProvider.create())
                .build();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = Json.bytes(Map.of("SecretString", Json.write(secret)));
            exchange.getResponseHeaders().add("content-type", "application/x-amz-json-1.1");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
