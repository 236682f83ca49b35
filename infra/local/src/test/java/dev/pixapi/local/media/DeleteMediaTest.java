package dev.pixapi.local.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pixapi.json.Fields;
import dev.pixapi.local.TestingPictures;
import dev.pixapi.local.TestingSystem;
import dev.pixapi.local.TestingSystem.Answer;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.awt.Color;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** DELETE /v1/tasks/{id}/media, and what a task says afterwards. */
class DeleteMediaTest {
    private static TestingSystem pixapi;

    private String key;

    @BeforeAll
    static void start() {
        pixapi = TestingSystem.start();
    }

    @AfterAll
    static void stop() {
        pixapi.close();
    }

    @BeforeEach
    void openAccount() {
        key = pixapi.testKey(20);
    }

    @Test
    void nothingThatTheTaskStoredIsLeft() {
        var made = made("a pear", 2);
        var id = made.string("task_id");
        assertEquals(4, StoredObjects.of(pixapi).with(id).size());

        delete(id);
        assertEquals(List.of(), StoredObjects.of(pixapi).with(id));
        for (var image : made.objects("data")) {
            assertEquals(
                    404,
                    pixapi.send(HttpRequest.newBuilder(URI.create(image.string("url")))).status());
        }
    }

    @Test
    void theImagesThatAnEditStartedFromGoToo() {
        var picture = TestingPictures.png(64, 64, Color.RED);
        var url = "data:image/png;base64," + Base64.getEncoder().encodeToString(picture);
        var body = Map.of("model", "nano-banana-2", "prompt", "a hat", "image", url);
        var id = pixapi.post("/v1/images/edits", key, body).json().string("task_id");
        assertTrue(
                StoredObjects.of(pixapi).with(id).stream()
                        .anyMatch(name -> name.contains("input-0")));

        delete(id);
        assertEquals(List.of(), StoredObjects.of(pixapi).with(id));
    }

    @Test
    void theTaskSaysThatItsImagesWereDeletedAndElseWhatItSaidBefore() {
        var id = made("a plum", 2).string("task_id");
        var before = task(id);
        var deleted = delete(id).json();

        assertEquals(deleted.values(), task(id).values());
        assertEquals(deleted.values(), listed(id).values());
        var result = deleted.object("result");
        assertEquals(
                List.of(Map.of("deleted", true), Map.of("deleted", true)),
                result.values().get("data"));
        assertEquals("deleted", deleted.object("images").string("media"));
        assertEquals(2, deleted.object("images").number("delivered"));
        for (var name : List.of("status", "progress", "credits", "model", "completed_at")) {
            assertEquals(before.values().get(name), deleted.values().get(name), name);
        }
    }

    @Test
    void theCreditsStayWhereTheyWere() {
        var id = made("a fig", 1).string("task_id");
        var before = pixapi.credits(key).values();
        var entries = pixapi.get("/v1/credits/entries", key).json().values();

        delete(id);
        assertEquals(before, pixapi.credits(key).values());
        assertEquals(entries, pixapi.get("/v1/credits/entries", key).json().values());
    }

    @Test
    void deletingTwiceIsDeletingOnce() {
        var id = made("a quince", 1).string("task_id");
        assertEquals(delete(id).json().values(), delete(id).json().values());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aRepeatOfTheRequestIsToldThatTheImagesWereDeleted(boolean stream) {
        var body = Map.of("model", "nano-banana-2-512", "prompt", "a medlar", "stream", stream);
        var headers = new String[] {"Idempotency-Key", "medlar-" + stream};
        pixapi.generate(key, body, headers);
        var listed = pixapi.get("/v1/tasks", key).json().objects("data").getFirst();
        delete(listed.string("id"));

        var again = pixapi.generate(key, body, headers);
        assertRefused(410, "media_deleted", again);
        assertEquals("true", again.headers().get("idempotent-replayed"));
        assertEquals(4, pixapi.credits(key).number("spent"));
    }

    @Test
    void aTaskThatFailedLosesItsRequest() {
        var body = Map.of("model", "nano-banana-2-512", "prompt", "[reject] a crime");
        var id = pixapi.submit(key, body).json().string("id");
        assertEquals("failed", pixapi.await(key, id).string("status"));
        assertFalse(StoredObjects.of(pixapi).with(id).isEmpty());

        var deleted = delete(id).json();
        assertEquals(List.of(), StoredObjects.of(pixapi).with(id));
        assertEquals("deleted", deleted.object("images").string("media"));
        assertFalse(deleted.has("result"));
        assertEquals("prompt_rejected", deleted.object("error").string("code"));
    }

    @Test
    void aTaskThatHasNotEndedKeepsItsMedia() {
        var body = Map.of("model", "nano-banana-2-512", "prompt", "[slow 2s] a date");
        var id = pixapi.submit(key, body).json().string("id");
        assertRefused(409, "not_deletable", pixapi.delete(path(id), key));

        var ended = pixapi.await(key, id);
        assertEquals("stored", ended.object("images").string("media"));
        assertEquals("deleted", delete(id).json().object("images").string("media"));
    }

    @Test
    void aForeignTaskIsUnknown() {
        var id = made("a grape", 1).string("task_id");
        assertRefused(404, "task_not_found", pixapi.delete(path(id), pixapi.testKey(0)));
        assertRefused(404, "task_not_found", pixapi.delete(path("task_x"), key));
        assertEquals("stored", task(id).object("images").string("media"));
    }

    private static void assertRefused(int status, String code, Answer answer) {
        assertEquals(status, answer.status());
        assertEquals(code, answer.errorCode());
        assertEquals("false", answer.headers().get("x-should-retry"));
    }

    private Fields made(String prompt, int count) {
        var body = Map.of("model", "nano-banana-2-512", "prompt", prompt, "n", count);
        var made = pixapi.generate(key, body);
        assertEquals(200, made.status());
        return made.json();
    }

    private Answer delete(String id) {
        var answer = pixapi.delete(path(id), key);
        assertEquals(200, answer.status());
        return answer;
    }

    private Fields task(String id) {
        return pixapi.get("/v1/tasks/" + id, key).json();
    }

    private Fields listed(String id) {
        var list = pixapi.get("/v1/tasks", key).json().objects("data");
        return list.stream().filter(task -> task.string("id").equals(id)).findAny().orElseThrow();
    }

    private static String path(String id) {
        return "/v1/tasks/" + id + "/media";
    }
}
