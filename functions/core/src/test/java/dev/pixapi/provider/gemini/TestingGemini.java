package dev.pixapi.provider.gemini;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import dev.pixapi.image.Background;
import dev.pixapi.image.Dimensions;
import dev.pixapi.image.ImageRequest;
import dev.pixapi.image.ImageSize;
import dev.pixapi.image.Inputs;
import dev.pixapi.image.Output;
import dev.pixapi.image.Quality;
import dev.pixapi.image.Tier;
import dev.pixapi.provider.ProviderCall;
import dev.pixapi.provider.ProviderOutcome;
import dev.pixapi.provider.TestingCalls;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A server that answers as it is told, each call alike, and keeps what it was sent. */
final class TestingGemini implements AutoCloseable {
    private static final String IMAGE =
            "{\"candidates\": [{\"content\": {\"parts\": [{\"inlineData\": {\"data\":"
                    + " \"AAEC\"}}]}}]}";

    private final List<byte[]> received = Collections.synchronizedList(new ArrayList<>());
    private final HttpServer server;
    private volatile Reply reply = new Reply(200, IMAGE);

    private record Reply(int status, String body) {}

    private TestingGemini(HttpServer server) {
        this.server = server;
    }

    static TestingGemini start() {
        try {
            var loopback = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
            var gemini = new TestingGemini(HttpServer.create(loopback, 0));
            gemini.server.createContext("/v1beta/models/gemini:generateContent", gemini::answer);
            gemini.server.start();
            return gemini;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    void answers(int status, String body) {
        reply = new Reply(status, body);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            received.add(exchange.getRequestBody().readAllBytes());
            var bytes = reply.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(reply.status(), bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    List<byte[]> received() {
        return List.copyOf(received);
    }

    GeminiProvider provider() {
        var base = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        return new GeminiProvider(new GeminiSettings(base, "key-1", Duration.ofSeconds(5)));
    }

    /** One image from a text. */
    ProviderOutcome generate() throws InterruptedException {
        return generate(1, Inputs.NONE);
    }

    ProviderOutcome generate(int count, Inputs inputs) throws InterruptedException {
        return provider().generate(call(count, inputs));
    }

    static ProviderCall call(int count, Inputs inputs) {
        var size = new ImageSize(Tier.ONE_K, new Dimensions(1024, 1024), Optional.empty(), true);
        var output = new Output(Optional.empty(), Optional.empty(), Background.AUTO);
        return TestingCalls.of(
                new ImageRequest(
                        "gemini",
                        "A lighthouse",
                        count,
                        size,
                        Quality.AUTO,
                        output,
                        inputs.shape(),
                        Map.of()),
                inputs);
    }

    static String error(String status, String details) {
        return "{\"error\": {\"message\": \"m\", \"status\": \"%s\", \"details\": %s}}"
                .formatted(status, details);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
