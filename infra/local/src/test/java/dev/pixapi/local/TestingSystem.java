package dev.pixapi.local;

import dev.pixapi.json.Fields;
import dev.pixapi.json.Json;
import dev.pixapi.json.MalformedJson;
import dev.pixapi.local.LocalFunctions.FunctionFailed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A local system in memory, on a free port, for a test class; and the calls that tests make.
 * Starting one costs some milliseconds once the JVM is warm, so each class has its own.
 */
public final class TestingSystem implements AutoCloseable {
    private static final AtomicInteger ACCOUNTS = new AtomicInteger();

    private final LocalSystem system;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private TestingSystem(LocalSystem system) {
        this.system = system;
    }

    public static TestingSystem start() {
        return start(Map.of());
    }

    /**
     * @param settings variables of the blueprint's settings, for shorter times or an upstream
     */
    public static TestingSystem start(Map<String, String> settings) {
        return start(settings, LocalSystem::clients);
    }

    public static TestingSystem start(Map<String, String> settings, LocalSystem.Clients clients) {
        return start(settings, clients, Clock.systemUTC());
    }

    /** At a time of the test's own. */
    public static TestingSystem start(Clock clock) {
        return start(Map.of(), LocalSystem::clients, clock);
    }

    private static TestingSystem start(
            Map<String, String> settings, LocalSystem.Clients clients, Clock clock) {
        var options =
                new LocalOptions(
                        0, Optional.empty(), new HashMap<>(settings), clock, Optional.empty());
        try {
            return new TestingSystem(LocalSystem.start(options, clients));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }

    public LocalSystem system() {
        return system;
    }

    public URI url() {
        return system.url();
    }

    /** The key of a new test account with these credits. */
    public String testKey(int credits) {
        return provision("test", credits).string("key");
    }

    /** The key of a new live account with these credits. */
    public String liveKey(int credits) {
        return provision("live", credits).string("key");
    }

    /** A key of the account that sample events name, with a thousand credits. */
    public String sampleKey() {
        return invoke(
                        "Provision",
                        Map.of(
                                "mode", "test",
                                "account", "local",
                                "grant", Map.of("id", "samples", "credits", 1_000),
                                "key", Map.of()))
                .string("key");
    }

    /** A new account with a key, as the Provision function answers: account, key_id, key. */
    public Fields provision(String mode, int credits) {
        return provision(mode, credits, Map.of());
    }

    /**
     * @param terms of the key, as its object in the event of the Provision function
     */
    public Fields provision(String mode, int credits, Map<String, Object> terms) {
        var order = new HashMap<String, Object>();
        order.put("mode", mode);
        order.put("account", "account-" + ACCOUNTS.incrementAndGet());
        order.put("key", terms);
        if (credits > 0) {
            order.put("grant", Map.of("id", "welcome", "credits", credits));
        }
        return invoke("Provision", order);
    }

    /** Invokes a function directly; fails the test when the function fails. */
    public Fields invoke(String function, Map<String, Object> event) {
        try {
            return new Fields(Json.object(system.functions().invoke(function, Json.bytes(event))));
        } catch (FunctionFailed | MalformedJson failure) {
            throw new AssertionError(failure);
        }
    }

    /** What Lambda shows of a function that failed. */
    public String fault(String function, Map<String, Object> event) {
        try {
            var answer = system.functions().invoke(function, Json.bytes(event));
            throw new AssertionError(new String(answer, StandardCharsets.UTF_8));
        } catch (FunctionFailed failure) {
            return failure.getMessage();
        }
    }

    /** An answer as it came. */
    public record Answer(int status, Map<String, String> headers, byte[] body) {
        public Fields json() {
            try {
                return new Fields(Json.object(body));
            } catch (MalformedJson fault) {
                throw new AssertionError(new String(body, StandardCharsets.UTF_8));
            }
        }

        /** The code of the error object. */
        public String errorCode() {
            return json().object("error").string("code");
        }
    }

    public Answer get(String path, String key) {
        return send(request(path, key).GET());
    }

    /**
     * @param headers names and values in turn
     */
    public Answer post(String path, String key, Map<String, ?> body, String... headers) {
        var request = request(path, key).header("Content-Type", "application/json");
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.POST(BodyPublishers.ofByteArray(Json.bytes(body))));
    }

    /** POST /v1/images/generations. */
    public Answer generate(String key, Map<String, ?> body, String... headers) {
        return post("/v1/images/generations", key, body, headers);
    }

    /** POST /v1/async/images/generations. */
    public Answer submit(String key, Map<String, ?> body, String... headers) {
        return post("/v1/async/images/generations", key, body, headers);
    }

    /** The task when it has ended, or as it is after 25 s. */
    public Fields await(String key, String taskId) {
        return get("/v1/tasks/" + taskId + "?wait=25", key).json();
    }

    public Answer delete(String path, String key) {
        return send(request(path, key).DELETE());
    }

    /** GET /v1/credits. */
    public Fields credits(String key) {
        return get("/v1/credits", key).json();
    }

    /** A request of any form: the path, an Authorization header, and what the caller adds. */
    public HttpRequest.Builder request(String path, String key) {
        return HttpRequest.newBuilder(url().resolve(path)).header("Authorization", "Bearer " + key);
    }

    public Answer send(HttpRequest.Builder request) {
        try {
            return answer(http.send(request.build(), BodyHandlers.ofByteArray()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }

    private static Answer answer(HttpResponse<byte[]> response) {
        var headers = new HashMap<String, String>();
        response.headers().map().forEach((name, values) -> headers.put(name, values.getFirst()));
        return new Answer(response.statusCode(), headers, response.body());
    }

    /** Also says what was refused to a function: code that goes on after a refusal hides it. */
    @Override
    public void close() {
        http.close();
        try {
            system.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        var refused = system.rights().refused();
        if (!refused.isEmpty()) {
            throw new AssertionError("rights that the blueprint lacks: " + refused);
        }
    }
}
