package dev.pixapi.local.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pixapi.json.Fields;
import dev.pixapi.local.SettableClock;
import dev.pixapi.local.TestingSystem;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** How long media are kept, and what is said of them afterwards. */
class RetentionTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final SettableClock clock = new SettableClock();
    private final TestingSystem pixapi = TestingSystem.start(clock);
    private final String key = pixapi.testKey(100);

    @AfterEach
    void stop() {
        pixapi.close();
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "7, 7", "30, 30", ", 30"})
    void aRequestChoosesItsClass(Integer asked, int days) {
        var task = made(key, asked);
        var names = StoredObjects.of(pixapi).with(task.string("id"));
        assertEquals(3, names.size());
        for (var name : names) {
            assertTrue(name.matches("(images|tasks)/" + days + "d/task_.*"), name);
        }
        var ended = task.number("completed_at");
        assertEquals(ended + days * 86_400L, task.object("images").number("expires_at"));
        var url = task.object("result").objects("data").getFirst().string("url");
        var image = pixapi.send(HttpRequest.newBuilder(URI.create(url)));
        assertEquals(
                "private, max-age=" + days * 86_400 + ", immutable",
                image.headers().get("cache-control"));
    }

    @Test
    void aKeyHasAClassThatARequestCanOnlyShorten() {
        var weekly = pixapi.provision("test", 100, Map.of("retention_days", 7)).string("key");
        assertTrue(isIn(made(weekly, null), "/7d/"));
        assertTrue(isIn(made(weekly, 7), "/7d/"));
        assertTrue(isIn(made(weekly, 1), "/1d/"));

        var longer = pixapi.generate(weekly, body(30));
        assertEquals(400, longer.status());
        assertEquals("retention_days", longer.json().object("error").string("param"));
        assertTrue(longer.json().object("error").string("message").contains("at most 7"));
        assertEquals(12, pixapi.credits(weekly).number("spent"));
    }

    static Stream<Object> noClasses() {
        return Stream.of(0, 2, -1, 31, 365, 7.5, "7", true, List.of(7), 99_999_999_999L);
    }

    @ParameterizedTest
    @MethodSource("noClasses")
    void whatIsNoClassIsRefused(Object days) {
        var refused = pixapi.generate(key, body(days));
        assertEquals(400, refused.status());
        assertEquals("invalid_value", refused.errorCode());
        assertEquals("retention_days", refused.json().object("error").string("param"));
    }

    @Test
    void aTaskIsExpiredThoughTheStoreHasItYet() {
        var headers = new String[] {"Idempotency-Key", "day"};
        var id = pixapi.generate(key, body(1), headers).json().string("task_id");
        clock.advance(Duration.ofDays(1).minus(MINUTE));
        assertEquals("stored", task(id).object("images").string("media"));
        assertEquals(200, pixapi.generate(key, body(1), headers).status());

        clock.advance(MINUTE.multipliedBy(2));
        assertExpired(task(id));
        assertFalse(StoredObjects.of(pixapi).with(id).isEmpty());
        var again = pixapi.generate(key, body(1), headers);
        assertEquals(410, again.status());
        assertEquals("media_expired", again.errorCode());
        assertEquals("false", again.headers().get("x-should-retry"));
    }

    @Test
    void aTaskIsExpiredThoughTheStoreWasEarly() {
        var made = made(key, 1);
        var id = made.string("id");
        StoredObjects.of(pixapi).with(id).forEach(StoredObjects.of(pixapi)::remove);
        assertExpired(task(id));
    }

    @Test
    void anImageThatIsMissingIsMarkedAmongThoseThatAreThere() {
        var body = new HashMap<>(body(null));
        body.put("n", 2);
        body.put("response_format", "b64_json");
        var id = pixapi.generate(key, body).json().string("task_id");
        StoredObjects.of(pixapi).with(id + "/").stream()
                .filter(name -> name.endsWith("-0.png"))
                .forEach(StoredObjects.of(pixapi)::remove);

        var data = task(id).object("result").objects("data");
        assertEquals(Map.of("expired", true), data.getFirst().values());
        assertTrue(data.getLast().has("b64_json"));
    }

    @Test
    void whatIsExpiredCanBeDeletedAndIsDeletedThen() {
        var id = made(key, 1).string("id");
        clock.advance(Duration.ofDays(2));
        assertEquals(200, pixapi.delete("/v1/tasks/" + id + "/media", key).status());
        assertEquals(List.of(), StoredObjects.of(pixapi).with(id));
        assertEquals("deleted", task(id).object("images").string("media"));
    }

    private static void assertExpired(Fields task) {
        assertEquals("completed", task.string("status"));
        assertEquals("expired", task.object("images").string("media"));
        assertEquals(1, task.object("images").number("delivered"));
        assertEquals(List.of(Map.of("expired", true)), task.object("result").values().get("data"));
        assertEquals(4, task.object("result").number("credits"));
    }

    private static boolean isIn(Fields task, String part) {
        var url = task.object("result").objects("data").getFirst().string("url");
        return url.contains(part);
    }

    private Fields made(String by, Integer days) {
        var made = pixapi.generate(by, body(days));
        assertEquals(200, made.status());
        return pixapi.get("/v1/tasks/" + made.json().string("task_id"), by).json();
    }

    private Fields task(String id) {
        return pixapi.get("/v1/tasks/" + id, key).json();
    }

    /** An absent number of days is null, which means absent. */
    private static Map<String, Object> body(Object days) {
        var body = new HashMap<String, Object>();
        body.put("model", "nano-banana-2-512");
        body.put("prompt", "kept");
        body.put("retention_days", days);
        return body;
    }
}
