package dev.pixapi.local.files;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pixapi.local.TestingPictures;
import dev.pixapi.local.TestingSystem;
import dev.pixapi.local.TestingSystem.Answer;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.awt.Color;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;

/** Edits that start from files, as a caller asks for them. */
class EditsOfFilesTest {
    private static final List<String> PATHS = List.of("/v1/images/edits", "/v1/async/images/edits");

    private static TestingSystem pixapi;

    private final String key = pixapi.testKey(20);

    @BeforeAll
    static void start() {
        pixapi = TestingSystem.start();
    }

    @AfterAll
    static void stop() {
        pixapi.close();
    }

    @Test
    void aFileIsEditedAndMayBeDeletedAfterwards() {
        var file = uploaded(key);
        assertEquals(200, edit(PATHS.getFirst(), key, file).status());
        var task = edit(PATHS.getLast(), key, file).json().string("id");
        pixapi.delete("/v1/files/" + file, key);

        assertEquals("completed", pixapi.await(key, task).string("status"));
        assertEquals(8, pixapi.credits(key).number("spent"));
    }

    @Test
    void aRepeatNeedsTheFileNoMore() {
        var file = uploaded(key);
        var first = edit(PATHS.getFirst(), key, file, "Idempotency-Key", "once").json();
        pixapi.delete("/v1/files/" + file, key);

        var again = edit(PATHS.getFirst(), key, file, "Idempotency-Key", "once");
        assertEquals(200, again.status());
        assertEquals(first.string("task_id"), again.json().string("task_id"));
        assertEquals(4, pixapi.credits(key).number("spent"));
    }

    @Test
    void anothersFileIsAsUnknownAsADeletedOne() {
        var file = uploaded(key);
        var other = pixapi.testKey(20);
        assertUnknown(other, file);
        pixapi.delete("/v1/files/" + file, key);
        assertUnknown(key, file);
    }

    @ParameterizedTest(name = "{index}")
    @ValueSource(
            strings = {
                "",
                "file_1",
                "../file_01ARZ3NDEKTSV4RRFFQ69G5FAV",
                "file_01ARZ3NDEKTSV4RRFFQ69G5FAV\n",
                "file_01ARZ3NDEKTSV4RRFFQ69G5FA\ud800",
                "\u0000"
            })
    void whatIsNoIdIsUnknown(String id) {
        assertUnknown(key, id);
    }

    private static void assertUnknown(String caller, String file) {
        for (var path : PATHS) {
            var answer = edit(path, caller, file);
            assertEquals(404, answer.status());
            assertEquals("file_not_found", answer.errorCode());
            assertEquals("images[0].file_id", answer.json().object("error").string("param"));
        }
        assertEquals(20, pixapi.credits(caller).number("available"));
    }

    private static Answer edit(String path, String caller, String file, String... headers) {
        var order =
                Map.of(
                        "model",
                        "nano-banana-2-512",
                        "prompt",
                        "a hat",
                        "images",
                        List.of(Map.of("file_id", file)));
        return pixapi.post(path, caller, order, headers);
    }

    private static String uploaded(String owner) {
        var head = "--b\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\n";
        var body =
                BodyPublishers.concat(
                        BodyPublishers.ofString(head),
                        BodyPublishers.ofByteArray(TestingPictures.png(64, 64, Color.RED)),
                        BodyPublishers.ofString("\r\n--b--\r\n"));
        return pixapi.send(
                        pixapi.request("/v1/files", owner)
                                .header("Content-Type", "multipart/form-data; boundary=b")
                                .POST(body))
                .json()
                .string("id");
    }
}
