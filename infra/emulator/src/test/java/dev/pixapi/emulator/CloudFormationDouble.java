package dev.pixapi.emulator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import dev.pixapi.emulator.Assets.Asset;
import dev.pixapi.json.Fields;
import dev.pixapi.json.Json;
import dev.pixapi.json.MalformedJson;

import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

/**
 * As much of CloudFormation as a deployment talks to, in its wire format. It makes nothing, but
 * reads the template where it is said to be, and looks for the jar where the template says it is.
 */
final class CloudFormationDouble implements AutoCloseable {
    private final HttpServer server;
    private final S3Client s3;
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicReference<Optional<Asset>> lost = new AtomicReference<>(Optional.empty());
    private final AtomicReference<String> missing = new AtomicReference<>("");

    CloudFormationDouble(S3Client s3) throws IOException {
        this.s3 = s3;
        this.server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Removes an object before the stack is made, as if it had never been uploaded. */
    void lose(Asset asset) {
        lost.set(Optional.of(asset));
    }

    private void answer(HttpExchange exchange) throws IOException {
        var form = form(exchange.getRequestBody().readAllBytes());
        var action = form.get("Action");
        var result =
                switch (action) {
                    case "CreateStack" -> create(form);
                    case "DescribeStacks" -> stacks();
                    case "DescribeStackEvents" -> events();
                    default -> throw new IOException(action);
                };
        var xml =
                "<%1$sResponse xmlns=\"http://cloudformation.amazonaws.com/doc/2010-05-15/\"><%1$sResult>%2$s</%1$sResult></%1$sResponse>"
                        .formatted(action, result);
        var bytes = xml.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/xml");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private String create(Map<String, String> form) {
        lost.get()
                .ifPresent(a -> s3.deleteObject(delete -> delete.bucket(a.bucket()).key(a.key())));
        var path = URI.create(form.get("TemplateURL")).getPath().split("/", 3);
        var template = read(path[1], path[2]);
        var code = function(template).object("Properties").object("Code");
        var bucket =
                code.object("S3Bucket")
                        .string("Fn::Sub")
                        .replace("${AWS::AccountId}", "000000000000")
                        .replace("${AWS::Region}", "us-east-1");
        var key = code.string("S3Key");
        missing.set(isThere(bucket, key) ? "" : bucket + "/" + key + " is missing");
        return "<StackId>one</StackId>";
    }

    /** Done when it is asked for the second time. */
    private String stacks() {
        var done = missing.get().isEmpty() ? "CREATE_COMPLETE" : "CREATE_FAILED";
        var status = asked.incrementAndGet() < 2 ? "CREATE_IN_PROGRESS" : done;
        return """
        <Stacks><member><StackName>pixapi-emulator</StackName>
        <CreationTime>2026-11-24T00:00:00Z</CreationTime><StackStatus>%s</StackStatus>
        <Outputs><member><OutputKey>ApiUrl</OutputKey><OutputValue>an-address</OutputValue></member></Outputs>
        </member></Stacks>
        """
                .formatted(status);
    }

    private String events() {
        return """
        <StackEvents><member><StackId>one</StackId><EventId>1</EventId>
        <StackName>pixapi-emulator</StackName><Timestamp>2026-11-24T00:00:00Z</Timestamp>
        <LogicalResourceId>Generate</LogicalResourceId><ResourceStatus>CREATE_FAILED</ResourceStatus>
        <ResourceStatusReason>%s</ResourceStatusReason></member></StackEvents>
        """
                .formatted(missing.get());
    }

    private EmulatorTemplate read(String bucket, String key) {
        try {
            var bytes = s3.getObjectAsBytes(get -> get.bucket(bucket).key(key)).asByteArray();
            return new EmulatorTemplate(new Fields(Json.object(bytes)));
        } catch (MalformedJson fault) {
            throw new AssertionError("the template is no JSON", fault);
        }
    }

    private static Fields function(EmulatorTemplate template) {
        return template.all(EmulatorTemplate.FUNCTION).findFirst().orElseThrow();
    }

    private boolean isThere(String bucket, String key) {
        try {
            return s3.headObject(head -> head.bucket(bucket).key(key)).contentLength() > 0;
        } catch (S3Exception _) {
            return false;
        }
    }

    private static Map<String, String> form(byte[] body) {
        return Arrays.stream(new String(body, StandardCharsets.UTF_8).split("&", -1))
                .map(pair -> pair.split("=", 2))
                .collect(
                        Collectors.toMap(
                                pair -> pair[0],
                                pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
