package dev.pixapi.local.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pixapi.local.TestingSystem;
import dev.pixapi.local.TestingSystem.Answer;
import dev.pixapi.local.upstream.Images;
import dev.pixapi.local.upstream.NoisyPictures;
import dev.pixapi.local.upstream.UpstreamDouble;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Answers of a stage that buffers, which are too large for it. */
class LargeAnswersTest {
    private static UpstreamDouble upstream;
    private static TestingSystem pixapi;

    private String key;

    @BeforeAll
    static void start() {
        upstream = UpstreamDouble.start();
        pixapi = TestingSystem.start(upstream.settings("PIXAPI_STREAMING", "off"));
    }

    @AfterAll
    static void stop() {
        pixapi.close();
        upstream.close();
    }

    @BeforeEach
    void openAccount() {
        key = pixapi.liveKey(100);
        upstream.behave(NoisyPictures.four());
    }

    @Test
    void imagesThatDoNotFitAreBehindARedirect() {
        var redirect = pixapi.generate(key, large(Map.of()));
        assertEquals(303, redirect.status());
        assertEquals(0, redirect.body().length);
        assertEquals("no-store", redirect.headers().get("cache-control"));
        assertTrue(redirect.headers().get("x-request-id").startsWith("req_"));
        assertNull(redirect.headers().get("content-type"));

        var answer = follow(redirect);
        assertEquals("application/json", answer.headers().get("content-type"));
        assertTrue(answer.body().length > 5_500_000, () -> "only " + answer.body().length);
        assertEquals(4, answer.json().objects("data").size());
        assertTrue(answer.json().objects("data").getFirst().string("b64_json").length() > 1_000);
        assertEquals(4, answer.json().number("credits"));
    }

    @Test
    void aStreamThatDoesNotFitIsBehindARedirect() {
        var answer = follow(pixapi.generate(key, large(Map.of("stream", true))));
        assertEquals("text/event-stream; charset=utf-8", answer.headers().get("content-type"));
        var text = new String(answer.body(), StandardCharsets.UTF_8);
        assertEquals(4, text.split("event: image_generation.completed\n", -1).length - 1);
    }

    @Test
    void aTaskThatDoesNotFitIsBehindARedirectAndStoredOnce() {
        var id = pixapi.submit(key, large(Map.of())).json().string("id");
        var path = "/v1/tasks/" + id;
        var first = pixapi.get(path + "?wait=25", key);
        assertEquals("completed", follow(first).json().string("status"));
        assertEquals(4, follow(pixapi.get(path, key)).json().object("images").number("delivered"));
        assertEquals(1, answers(id).size());
    }

    @Test
    void aReplayIsStillMarkedAsOne() {
        var headers = new String[] {"Idempotency-Key", "large"};
        pixapi.generate(key, large(Map.of()), headers);
        var again = pixapi.generate(key, large(Map.of()), headers);
        assertEquals(303, again.status());
        assertEquals("true", again.headers().get("idempotent-replayed"));
        assertEquals(4, pixapi.credits(key).number("spent"));
    }

    @Test
    void whatFitsIsAnsweredAtOnce() {
        upstream.behave(Images.asAsked());
        var answer = pixapi.generate(key, large(Map.of()));
        assertEquals(200, answer.status());
        assertEquals(List.of(), answers(answer.json().string("task_id")));
    }

    @Test
    void urlsAlwaysFit() {
        assertEquals(200, pixapi.generate(key, large(Map.of("response_format", "url"))).status());
    }

    @Test
    void aDeletionTakesTheStoredAnswerWithIt() {
        var redirect = pixapi.generate(key, large(Map.of()));
        var id = follow(redirect).json().string("task_id");
        assertEquals(200, pixapi.delete("/v1/tasks/" + id + "/media", key).status());
        assertEquals(List.of(), StoredObjects.of(pixapi).with(id));
        assertEquals(404, get(redirect).status());
    }

    /** The name of a stored answer is no right to read it. */
    @Test
    void anAnswerIsReadByItsSignedUrlOnly() {
        var location = pixapi.generate(key, large(Map.of())).headers().get("location");
        var unsigned = URI.create(location.substring(0, location.indexOf('?')));
        assertEquals(403, pixapi.send(HttpRequest.newBuilder(unsigned)).status());
        assertTrue(location.contains("X-Amz-Expires=900"), location);
    }

    private static List<String> answers(String id) {
        return StoredObjects.of(pixapi).with(id).stream()
                .filter(name -> name.startsWith("answers/1d/"))
                .toList();
    }

    private static Answer follow(Answer redirect) {
        assertEquals(303, redirect.status());
        var answer = get(redirect);
        assertEquals(200, answer.status());
        return answer;
    }

    private static Answer get(Answer redirect) {
        var location = URI.create(redirect.headers().get("location"));
        return pixapi.send(HttpRequest.newBuilder(location));
    }

    /** Four images that do not compress, for four credits. */
    private static Map<String, Object> large(Map<String, Object> more) {
        var body = new HashMap<String, Object>();
        body.put("model", "gpt-image-2");
        body.put("prompt", "four walls");
        body.put("quality", "low");
        body.put("size", "1024x1024");
        body.put("n", 4);
        body.put("response_format", "b64_json");
        body.putAll(more);
        return body;
    }
}
