package dev.pixapi.local.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pixapi.image.Dimensions;
import dev.pixapi.image.ImageFormat;
import dev.pixapi.json.Fields;
import dev.pixapi.local.TestingPictures;
import dev.pixapi.local.TestingSystem;
import dev.pixapi.local.TestingSystem.Answer;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What an edit makes of files that are masks, not there yet, no images, or too many. */
class FileEditsTest {
    private static final byte[] PNG = Pictures.of(ImageFormat.PNG, new Dimensions(64, 64));

    private static TestingSystem system;

    private final String key = system.testKey(10);

    @BeforeAll
    static void start() {
        system = TestingSystem.start();
    }

    @AfterAll
    static void stop() {
        system.close();
    }

    @Test
    void aFileCanBeTheMask() {
        var order = order(uploaded(key, PNG));
        order.put("mask", Map.of("file_id", uploaded(key, TestingPictures.mask(64, 64))));

        assertEquals(200, system.post("/v1/images/edits", key, order).status());
    }

    @Test
    void aTaskHasItsOwnCopyOfAFile() {
        var id = uploaded(key, PNG);
        var order = order(id);
        order.put("prompt", "[slow 1s] a boat");
        var task = system.post("/v1/async/images/edits", key, order).json().string("id");
        system.send(system.request("/v1/files/" + id, key).DELETE());

        assertEquals("completed", system.await(key, task).string("status"));
    }

    @Test
    void aFileWithoutItsBytesIsNotReady() {
        assertRefused(409, "file_not_ready", edit(key, declared(key, PNG).string("id")));
    }

    @Test
    void aFileThatIsNoImageIsRefusedWithTheReason() {
        var text = Arrays.copyOf(PNG, 40);

        assertRefused(400, "invalid_image", edit(key, uploaded(key, text)));
    }

    @Test
    void filesTogetherAreAtMost64MegabytesAndAreNotAllRead() {
        // Some 10 MB each: the seventh is one too many.
        var large = Pictures.of(ImageFormat.PNG, new Dimensions(1_900, 1_900));
        var id = uploaded(key, large);
        var order = order(id);
        order.put("images", Collections.nCopies(7, Map.of("file_id", id)));

        var answer = system.post("/v1/images/edits", key, order);

        assertEquals(400, answer.status());
        assertEquals("images[6].file_id", answer.json().object("error").string("param"));
        assertEquals(0, system.credits(key).number("spent"));
    }

    private static void assertRefused(int status, String code, Answer answer) {
        assertEquals(status, answer.status());
        assertEquals(code, answer.errorCode());
        assertEquals("images[0].file_id", answer.json().object("error").string("param"));
    }

    private static Answer edit(String key, String file) {
        return system.post("/v1/images/edits", key, order(file));
    }

    /** One credit. */
    private static Map<String, Object> order(String file) {
        var order = new HashMap<String, Object>();
        order.put("model", "gpt-image-2");
        order.put("prompt", "a boat");
        order.put("quality", "low");
        order.put("size", "1024x1024");
        order.put("images", List.of(Map.of("file_id", file)));
        return order;
    }

    private static String uploaded(String key, byte[] bytes) {
        var file = declared(key, bytes);
        assertTrue(Put.of(file).send(bytes) == 200, "not uploaded");
        return file.string("id");
    }

    private static Fields declared(String key, byte[] bytes) {
        var declaration =
                Map.of(
                        "bytes",
                        bytes.length,
                        "media_type",
                        "image/png",
                        "sha256",
                        Pictures.sha256(bytes));
        return system.post("/v1/files", key, declaration).json();
    }
}
