package dev.pixapi.local.runtime;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import dev.pixapi.json.Json;
import dev.pixapi.lambda.blueprint.Resources;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/**
 * What the embedded servers have not: the credentials that Lambda gives a restored function, and
 * Secrets Manager. To DynamoDB's operations it answers that there is nothing.
 */
final class AwsDouble implements AutoCloseable {
    private final HttpServer server;
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private volatile String accessKey = "none";
    private volatile Map<String, String> secret = Map.of();

    /**
     * @param target service and operation; {@code credentials} where those were asked for
     */
    record Call(String target, String authorization) {}

    AwsDouble() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::serve);
        server.start();
    }

    /** What the next one gets who asks for credentials. */
    void giveAccessKey(String next) {
        accessKey = next;
    }

    void keep(Map<String, String> next) {
        secret = next;
    }

    List<Call> calls() {
        return List.copyOf(calls);
    }

    /** Credentials as a restored function finds them; none stand in its environment. */
    Map<String, String> asCredentials() {
        var settings = new HashMap<String, String>();
        settings.put("AWS_ACCESS_KEY_ID", "");
        settings.put("AWS_SECRET_ACCESS_KEY", "");
        settings.put("AWS_CONTAINER_CREDENTIALS_FULL_URI", url() + "/credentials");
        settings.put("AWS_CONTAINER_AUTHORIZATION_TOKEN", "token");
        settings.put("AWS_ENDPOINT_URL_DYNAMODB", url());
        return settings;
    }

    Map<String, String> asSecrets() {
        return Map.of(
                "AWS_ENDPOINT_URL_SECRETS_MANAGER",
                url(),
                Resources.PROVIDER_KEYS.environmentVariable(),
                "provider-keys");
    }

    private String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            var credentials = exchange.getRequestURI().getPath().equals("/credentials");
            var target =
                    credentials
                            ? "credentials"
                            : exchange.getRequestHeaders().getFirst("X-Amz-Target");
            calls.add(new Call(target, exchange.getRequestHeaders().getFirst("Authorization")));
            var body = Json.bytes(answer(target));
            exchange.getResponseHeaders().add("content-type", "application/x-amz-json-1.1");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private Map<String, String> answer(String target) {
        return switch (target) {
            case "credentials" ->
                    Map.of(
                            "AccessKeyId",
                            accessKey,
                            "SecretAccessKey",
                            "secret-of-" + accessKey,
                            "Token",
                            "session",
                            "Expiration",
                            "2099-01-01T00:00:00Z");
            case "secretsmanager.GetSecretValue" -> Map.of("SecretString", Json.write(secret));
            default -> Map.of();
        };
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
