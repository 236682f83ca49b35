package dev.pixapi.local.media;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pixapi.local.TestingSystem;
import dev.pixapi.local.TestingSystem.Answer;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.util.Map;

/** Who may edit by the URL of an image that Pixapi made, and what else such a URL may not name. */
class OwnMediaEditsTest {
    private static TestingSystem system;

    private final String key = system.testKey(20);

    @BeforeAll
    static void start() {
        system = TestingSystem.start();
    }

    @AfterAll
    static void stop() {
        system.close();
    }

    /** Its name is the right to read it, as for whoever opens the URL. */
    @Test
    void itsUrlIsEnoughForAnotherAccount() {
        assertEquals(200, edit(system.testKey(5), url(made())).status());
    }

    @Test
    void aRepeatedEditIsAnsweredThoughItsImageIsGone() {
        var source = made();
        var order = order(url(source));
        var first = system.post("/v1/images/edits", key, order, "Idempotency-Key", "gone");
        var task = source.json().string("task_id");
        system.send(system.request("/v1/tasks/" + task + "/media", key).DELETE());

        var again = system.post("/v1/images/edits", key, order, "Idempotency-Key", "gone");

        assertEquals(200, again.status());
        assertEquals(first.json().string("task_id"), again.json().string("task_id"));
        assertEquals("true", again.headers().get("idempotent-replayed"));
    }

    @Test
    void nothingButImagesIsReadByItsUrl() {
        var made = url(made());
        var request = made.replace("/images/", "/tasks/").replaceFirst("/[^/]*$", "/request.json");

        assertEquals(400, edit(key, request).status());
        assertEquals(400, edit(key, made.replace("/images/", "/images/../tasks/")).status());
    }

    private Answer made() {
        return system.generate(key, Map.of("model", "nano-banana-2-512", "prompt", "a pier"));
    }

    private static String url(Answer made) {
        return made.json().objects("data").getFirst().string("url");
    }

    private static Answer edit(String key, String url) {
        return system.post("/v1/images/edits", key, order(url));
    }

    private static Map<String, Object> order(String url) {
        return Map.of("model", "nano-banana-2-512", "prompt", "at dusk", "image", url);
    }
}
