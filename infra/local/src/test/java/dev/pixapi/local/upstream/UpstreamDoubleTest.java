package dev.pixapi.local.upstream;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.pixapi.image.Dimensions;
import dev.pixapi.image.ImageFormat;
import dev.pixapi.image.ImageInfo;
import dev.pixapi.image.ImageInspector;
import dev.pixapi.json.Fields;
import dev.pixapi.json.Json;
import dev.pixapi.json.MalformedJson;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

class UpstreamDoubleTest {
    private final UpstreamDouble upstream = UpstreamDouble.start();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @AfterEach
    void stop() {
        upstream.close();
        http.close();
    }

    @Test
    void itMakesImagesOfTheSizeAndFormatThatWereAsked() throws Exception {
        var order = Map.of("prompt", "x", "n", 2, "size", "48x32", "output_format", "webp");

        var images = json(post(order)).objects("data");

        assertEquals(2, images.size());
        var bytes = Base64.getDecoder().decode(images.getLast().string("b64_json"));
        assertEquals(
                Optional.of(new ImageInfo(ImageFormat.WEBP, new Dimensions(48, 32))),
                ImageInspector.inspect(bytes));
    }

    @Test
    void itRefusesAParameterThatTheModelsDoNotKnow() throws Exception {
        var answer = post(Map.of("prompt", "x", "n", 1, "response_format", "b64_json"));

        assertEquals(400, answer.statusCode());
        assertEquals("response_format", json(answer).object("error").string("param"));
    }

    @Test
    void itKeepsWhatItWasAsked() throws Exception {
        var order = Map.of("prompt", "x", "n", 1, "size", "16x16");

        post(order);

        assertEquals(1, upstream.calls());
        assertEquals("test", upstream.request().header("x-from"));
        assertArrayEquals(Json.bytes(order), upstream.request().body());
    }

    @Test
    void itBehavesByTurns() throws Exception {
        upstream.behave(
                Behaviour.inTurn(
                        Misbehaviours.refuses(429, Map.of()),
                        Misbehaviours.refuses(500, Map.of())));

        assertEquals(429, post(Map.of()).statusCode());
        assertEquals(500, post(Map.of()).statusCode());
        assertEquals(500, post(Map.of()).statusCode());
    }

    @Test
    void itBehavesByPrompt() throws Exception {
        upstream.behave(Behaviour.byPrompt(Map.of("bad", Misbehaviours.refuses(400, Map.of()))));

        assertEquals(400, post(Map.of("prompt", "bad", "n", 1)).statusCode());
        assertEquals(200, post(Map.of("prompt", "good", "n", 1)).statusCode());
    }

    @Test
    void closingItEndsACallThatItHolds() {
        upstream.behave(Misbehaviours.isSilent());
        var call = CompletableFuture.supplyAsync(() -> assertThrows(IOException.class, this::call));
        while (upstream.requests().isEmpty()) {
            Thread.onSpinWait();
        }

        upstream.close();

        call.join();
    }

    private void call() throws IOException, InterruptedException {
        post(Map.of());
    }

    private HttpResponse<byte[]> post(Map<String, ?> body)
            throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(URI.create(upstream.url() + "/images/generations"))
                        .header("X-From", "test")
                        .POST(BodyPublishers.ofByteArray(Json.bytes(body)))
                        .build();
        return http.send(request, BodyHandlers.ofByteArray());
    }

    private static Fields json(HttpResponse<byte[]> answer) throws MalformedJson {
        return new Fields(Json.object(answer.body()));
    }
}
