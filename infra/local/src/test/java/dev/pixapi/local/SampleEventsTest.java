package dev.pixapi.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pixapi.api.Reply;
import dev.pixapi.json.Fields;
import dev.pixapi.json.Json;
import dev.pixapi.lambda.blueprint.Blueprint;
import dev.pixapi.lambda.blueprint.LambdaFunction;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Every function of the blueprint answers its own sample events. */
class SampleEventsTest {
    private static final Path FOLDER = Path.of("../../events");

    private static TestingSystem pixapi;
    private static String key;

    @BeforeAll
    static void start() {
        pixapi = TestingSystem.start();
        key = pixapi.sampleKey();
    }

    @AfterAll
    static void stop() {
        pixapi.close();
    }

    @Test
    void everyFunctionHasASampleAndEverySampleAFunction() {
        var functions = Blueprint.FUNCTIONS.stream().map(LambdaFunction::name).toList();
        var samples = samples().map(SampleEventsTest::function).distinct().toList();
        assertTrue(samples.containsAll(functions), () -> "samples: " + samples);
        assertTrue(functions.containsAll(samples), () -> "functions: " + functions);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aFunctionAnswersItsSample(String sample) throws Exception {
        var function = named(function(sample));
        var answer = pixapi.system().functions().invoke(function.name(), event(sample));
        if (function.route().isPresent()) {
            var reply = GatewayReply.read(answer, function.route().get().transfer());
            assertEquals(SampleStatus.of(sample), reply.status(), () -> text(reply));
        } else {
            var json = new Fields(Json.object(answer));
            assertTrue(json.objects("batchItemFailures").isEmpty());
            assertFalse(json.values().isEmpty());
        }
    }

    /** With a key of this system, and with a task or a file where the sample names one. */
    private static byte[] event(String sample) {
        var text = SampleEvents.read(sample).replace("YOUR_KEY", key);
        text = text.contains("TASK_ID") ? text.replace("TASK_ID", task(sample)) : text;
        text = text.contains("FILE_ID") ? text.replace("FILE_ID", file()) : text;
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String file() {
        var declared = Map.of("bytes", 1, "media_type", "image/png", "sha256", "0".repeat(64));
        return pixapi.post("/v1/files", key, declared).json().string("id");
    }

    private static String task(String sample) {
        var body = Map.of("model", "nano-banana-2-512", "prompt", "[slow 1s] sample");
        return switch (sample) {
            // A task that is to be canceled must not have been claimed yet: it is canceled twice.
            case "CancelTask" -> canceledTask();
            // What has ended: media are deleted of no other, and nothing else was charged.
            case "DeleteMedia", "Correct" -> pixapi.generate(key, body).json().string("task_id");
            default -> pixapi.submit(key, body).json().string("id");
        };
    }

    /**
     * Canceling again what was canceled is answered alike, so the race with a worker does not
     * matter.
     */
    private static String canceledTask() {
        for (var attempt = 0; attempt < 50; attempt++) {
            // Nine tasks for eight workers: the last one waits.
            var ids =
                    Stream.generate(
                                    () ->
                                            Map.of(
                                                    "model",
                                                    "nano-banana-2-512",
                                                    "prompt",
                                                    "[slow 1s]"))
                            .limit(12)
                            .map(body -> pixapi.submit(key, body).json().string("id"))
                            .toList();
            var last = ids.getLast();
            if (pixapi.post("/v1/tasks/" + last + "/cancel", key, Map.of()).status() == 200) {
                return last;
            }
        }
        throw new AssertionError("no task could be canceled");
    }

    private static Stream<String> samples() {
        try (var files = Files.list(FOLDER)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".json"))
                    .map(name -> name.substring(0, name.length() - ".json".length()))
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String function(String sample) {
        return List.of(sample.split("\\.")).getFirst();
    }

    private static LambdaFunction named(String name) {
        return Blueprint.FUNCTIONS.stream()
                .filter(function -> function.name().equals(name))
                .findAny()
                .orElseThrow();
    }

    private static String text(Reply reply) {
        return new String(reply.body(), StandardCharsets.UTF_8);
    }
}
