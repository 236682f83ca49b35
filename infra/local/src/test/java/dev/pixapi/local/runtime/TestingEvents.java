package dev.pixapi.local.runtime;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

import dev.pixapi.json.Json;
import dev.pixapi.lambda.blueprint.Resources;
import dev.pixapi.lambda.wiring.Environment;
import dev.pixapi.lambda.wiring.Pixapi;
import dev.pixapi.local.LocalSystem;
import dev.pixapi.local.TestingSystem;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The sample events, for what there is in a system. */
final class TestingEvents {
    private static final Path FOLDER = Path.of("../../events");

    private final TestingSystem pixapi;
    private final String key;

    /**
     * @param key of an account with credits
     */
    TestingEvents(TestingSystem pixapi, String key) {
        this.pixapi = pixapi;
        this.key = key;
    }

    /** The names of a function's samples, its own first. */
    static List<String> of(String function) {
        try (var files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches(function + "\\..*json"))
                    .map(name -> name.substring(0, name.length() - ".json".length()))
                    .sorted()
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** With the key, and with a task or a file where the sample names one. */
    byte[] event(String sample) throws IOException {
        var text = Files.readString(FOLDER.resolve(sample + ".json")).replace("YOUR_KEY", key);
        text = text.contains("TASK_ID") ? text.replace("TASK_ID", task(sample)) : text;
        text = text.contains("FILE_ID") ? text.replace("FILE_ID", file()) : text;
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private String task(String sample) throws IOException {
        // One that has not ended would be waited for, or has cost nothing that could be refunded.
        return Set.of("DeleteMedia", "GetTask", "Correct").contains(sample)
                ? pixapi.generate(key, body()).json().string("task_id")
                : waitingTask();
    }

    /** A task whose message went to a queue that nobody reads: it stays as it is. */
    String waitingTask() throws IOException {
        var servers = pixapi.system().servers();
        var variables = new HashMap<>(pixapi.system().resources().names());
        variables.put(
                Resources.TASK_QUEUE.environmentVariable(),
                servers.sqs().createQueue(create -> create.queueName("Unread")).queueUrl());
        var root =
                new Pixapi(
                        new Environment(variables),
                        LocalSystem.clients(servers),
                        Clock.systemUTC(),
                        new SecureRandom());
        var submit = (RequestStreamHandler) DeployedFunction.named("Submit").create().apply(root);
        var answer = new ByteArrayOutputStream();
        submit.handleRequest(
                new ByteArrayInputStream(with(event("Submit"), "body", Json.write(body()))),
                answer,
                null);
        return Answered.read(answer.toByteArray()).body().string("id");
    }

    /** An event with another value in one of its fields. */
    static byte[] with(byte[] event, String field, Object value) {
        var changed = new HashMap<>(Answered.json(event));
        changed.put(field, value);
        return Json.bytes(changed);
    }

    /** Of the task that a message names. */
    String statusOfTaskIn(byte[] event) {
        var id =
                Pattern.compile("task_[0-9A-Z]+")
                        .matcher(new String(event, StandardCharsets.UTF_8));
        if (!id.find()) {
            throw new AssertionError("the event names no task");
        }
        return pixapi.get("/v1/tasks/" + id.group(), key).json().string("status");
    }

    private String file() {
        var declared = Map.of("bytes", 1, "media_type", "image/png", "sha256", "0".repeat(64));
        return pixapi.post("/v1/files", key, declared).json().string("id");
    }

    private static Map<String, ?> body() {
        return Map.of("model", "nano-banana-2-512", "prompt", "sample");
    }
}
