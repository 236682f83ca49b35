package dev.pixapi.local.money;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.pixapi.local.TestingPictures;
import dev.pixapi.local.TestingSystem;
import dev.pixapi.local.TestingSystem.Answer;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.awt.Color;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/** An Idempotency-Key stands for an edit with its images. */
class EditReplayTest {
    private static final String SYNC = "/v1/images/edits";
    private static final String ASYNC = "/v1/async/images/edits";

    private static TestingSystem pixapi;

    @BeforeAll
    static void start() {
        pixapi = TestingSystem.start();
    }

    @AfterAll
    static void stop() {
        pixapi.close();
    }

    @Test
    void aRepeatedEditIsTheSameTaskAndChargedOnce() {
        var key = pixapi.testKey(10);
        var first = edit(SYNC, key, order(Color.RED));
        var again = edit(SYNC, key, order(Color.RED));

        assertEquals(200, first.status());
        assertEquals("true", again.headers().get("idempotent-replayed"));
        assertEquals(first.json().string("task_id"), again.json().string("task_id"));
        assertEquals(1, pixapi.credits(key).number("spent"));
    }

    @Test
    void anotherImageIsAnotherRequest() {
        var key = pixapi.testKey(10);
        edit(SYNC, key, order(Color.RED));
        var other = edit(SYNC, key, order(Color.BLUE));

        assertEquals(422, other.status());
        assertEquals("idempotency_key_reused", other.errorCode());
        assertEquals(1, pixapi.credits(key).number("spent"));
    }

    @Test
    void anImageThatBecomesTheMaskIsAnotherRequest() {
        var key = pixapi.testKey(10);
        var hole = dataUrl(TestingPictures.mask(64, 64));
        var two = order(Color.RED);
        two.put("image", new String[] {dataUrl(red()), hole});
        var masked = order(Color.RED);
        masked.put("mask", hole);

        assertEquals(200, edit(SYNC, key, two).status());
        assertEquals(422, edit(SYNC, key, masked).status());
    }

    @Test
    void aTaskKeepsTheImagesThatItStartsFrom() {
        var key = pixapi.testKey(10);
        var submitted = edit(ASYNC, key, order(Color.RED));
        assertEquals(202, submitted.status());
        var id = submitted.json().string("id");

        assertEquals("completed", pixapi.await(key, id).string("status"));
        assertEquals(id, edit(ASYNC, key, order(Color.RED)).json().string("id"));
        assertEquals(1, pixapi.credits(key).number("spent"));
    }

    @Test
    void aQuoteOfAnEditIsWhatItCosts() {
        var key = pixapi.testKey(10);
        var quoted = pixapi.post("/v1/quotes", key, order(Color.RED)).json().number("credits");
        edit(SYNC, key, order(Color.RED));

        assertEquals(quoted, pixapi.credits(key).number("spent"));
    }

    @Test
    void aQuoteRefusesWhatTheEditWould() {
        var masked = order(Color.RED);
        masked.put("model", "nano-banana");
        masked.remove("quality");
        masked.put("mask", dataUrl(TestingPictures.mask(64, 64)));

        var refusal = pixapi.post("/v1/quotes", pixapi.testKey(10), masked);

        assertEquals(400, refusal.status());
        assertEquals("mask", refusal.json().object("error").string("param"));
    }

    @Test
    void withoutAKeyEachEditIsItsOwn() {
        var key = pixapi.testKey(10);
        var first = pixapi.post(SYNC, key, order(Color.RED)).json().string("task_id");
        var second = pixapi.post(SYNC, key, order(Color.RED)).json().string("task_id");

        assertNotEquals(first, second);
        assertEquals(2, pixapi.credits(key).number("spent"));
    }

    private static Answer edit(String path, String key, Map<String, ?> order) {
        return pixapi.post(path, key, order, "Idempotency-Key", "an-edit");
    }

    /** One credit. */
    private static Map<String, Object> order(Color colour) {
        var order = new HashMap<String, Object>();
        order.put("model", "gpt-image-2");
        order.put("prompt", "a boat");
        order.put("quality", "low");
        order.put("size", "1024x1024");
        order.put("image", dataUrl(TestingPictures.png(64, 64, colour)));
        return order;
    }

    private static byte[] red() {
        return TestingPictures.png(64, 64, Color.RED);
    }

    private static String dataUrl(byte[] png) {
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(png);
    }
}
