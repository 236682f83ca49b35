package dev.pixapi.emulator;

import dev.pixapi.json.Fields;
import dev.pixapi.json.Json;
import dev.pixapi.json.MalformedJson;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** Whoever has a key. */
record Caller(String api, String key) {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** LocalStack starts a container at a function's first call. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    record Answer(int status, byte[] body) {
        Fields json() {
            try {
                return new Fields(Json.object(body));
            } catch (MalformedJson fault) {
                throw new AssertionError(new String(body, StandardCharsets.UTF_8), fault);
            }
        }

        String errorCode() {
            return json().object("error").string("code");
        }
    }

    Answer get(String path) {
        return send(request(path).GET());
    }

    /**
     * @param headers names and values in turn
     */
    Answer post(String path, Map<String, Object> body, String... headers) {
        var request = request(path).header("Content-Type", "application/json");
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.POST(BodyPublishers.ofByteArray(Json.bytes(body))));
    }

    /** The task when it has ended. */
    Fields await(String task) {
        var end = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(end)) {
            var now = get("/v1/tasks/" + task + "?wait=5").json();
            if (!now.string("status").matches("queued|running")) {
                return now;
            }
        }
        throw new AssertionError("the task " + task + " does not end");
    }

    BigDecimal credits(String counter) {
        return get("/v1/credits").json().decimal(counter);
    }

    /** What stands at a URL, read without any key. */
    static Answer read(URI url) {
        return send(HttpRequest.newBuilder(url).timeout(PATIENCE));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(api + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + key);
    }

    private static Answer send(HttpRequest.Builder request) {
        try {
            var answer = HTTP.send(request.build(), BodyHandlers.ofByteArray());
            return new Answer(answer.statusCode(), answer.body());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }
}
