package dev.pixapi.local;

import dev.pixapi.json.Fields;
import dev.pixapi.json.Json;
import dev.pixapi.local.TestingSystem.Answer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.Map;

/** The calls that tests make, of a system in this process or in another. */
public final class TestingClient implements AutoCloseable {
    private final URI base;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /**
     * @param base of the front door
     */
    public TestingClient(URI base) {
        this.base = base;
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

    /** The task when it has ended, or as it is after 25 s. */
    public Fields await(String key, String taskId) {
        return get("/v1/tasks/" + taskId + "?wait=25", key).json();
    }

    /** A request of any form: the path, an Authorization header, and what the caller adds. */
    public HttpRequest.Builder request(String path, String key) {
        return HttpRequest.newBuilder(base.resolve(path)).header("Authorization", "Bearer " + key);
    }

    /**
     * Fetches an image by the path of its URL: a system that was started again has another port.
     */
    public Answer image(String url) {
        return send(HttpRequest.newBuilder(base.resolve(URI.create(url).getRawPath())));
    }

    /**
     * @throws UncheckedIOException when no whole answer came
     */
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

    /** When what is under way has been answered. */
    @Override
    public void close() {
        http.close();
    }
}
