package dev.pixapi.local.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pixapi.image.Dimensions;
import dev.pixapi.image.ImageFormat;
import dev.pixapi.json.Fields;
import dev.pixapi.local.TestingSystem;
import dev.pixapi.local.TestingSystem.Answer;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The files of an account as its callers see them. */
class FilesTest {
    private static final byte[] PNG = Pictures.png();
    private static final List<String> SHOWN =
            List.of(
                    "id",
                    "object",
                    "bytes",
                    "created_at",
                    "expires_at",
                    "filename",
                    "purpose",
                    "media_type",
                    "status");

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

    @ParameterizedTest
    @ValueSource(ints = {1_450, 2_200})
    void anImageThatIsTooLargeForARequestIsDeclaredAndUploaded(int side) {
        var png = Pictures.of(ImageFormat.PNG, new Dimensions(side, side));
        var refused = system.post("/v1/images/edits", key, edit(png));
        assertEquals(413, refused.status());
        assertEquals("payload_too_large", refused.errorCode());
        var message = refused.json().object("error").string("message");
        assertTrue(message.contains("POST /v1/files"), message);

        var declared = declare(png);
        var id = declared.string("id");
        assertEquals("pending", declared.string("status"));
        assertEquals("pending", system.get("/v1/files/" + id, key).json().string("status"));
        assertEquals(200, Put.of(declared).send(png));

        var file = system.get("/v1/files/" + id, key).json();
        assertEquals("processed", file.string("status"));
        assertEquals(side + "x" + side, file.string("size"));
        assertEquals(png.length, file.number("bytes"));
        assertFalse(file.has("upload"));
    }

    @Test
    void aReservationSaysAllThatItsUploadTakes() {
        var file = declare(PNG);
        assertEquals(
                SHOWN, file.values().keySet().stream().filter(k -> !k.equals("upload")).toList());
        assertEquals("file", file.string("object"));
        assertEquals("image.png", file.string("filename"));
        assertEquals("vision", file.string("purpose"));
        assertEquals("image/png", file.string("media_type"));
        assertEquals(86_400, file.number("expires_at") - file.number("created_at"));

        var upload = file.object("upload");
        assertEquals("PUT", upload.string("method"));
        var hour = upload.number("expires_at") - file.number("created_at");
        assertTrue(Math.abs(hour - 3_600) <= 2, () -> hour + " s");
        var headers = upload.object("headers");
        assertEquals("image/png", headers.string("content-type"));
        assertEquals(String.valueOf(PNG.length), headers.string("content-length"));
        assertEquals("*", headers.string("if-none-match"));
        assertFalse(headers.has("host"));
    }

    @Test
    void whatACallerSaysOfAFileIsRepeated() {
        var order = new HashMap<String, Object>(declaration(PNG));
        order.put("filename", "Hafen \u2693 bei Nacht.png");
        order.put("purpose", "user_data");
        order.put("sha256", Pictures.sha256(PNG).toUpperCase(Locale.ROOT));
        order.put("expires_after", Map.of("anchor", "created_at", "seconds", 7_200));
        var file = system.post("/v1/files", key, order).json();
        for (var shown : List.of(file, get(file).json())) {
            assertEquals("Hafen \u2693 bei Nacht.png", shown.string("filename"));
            assertEquals("user_data", shown.string("purpose"));
            assertEquals(7_200, shown.number("expires_at") - shown.number("created_at"));
        }
        assertEquals(200, Put.of(file).send(PNG));
    }

    @Test
    void anUploadThatIsNoImageIsAnErrorThatSaysWhy() {
        var text = "no image".getBytes(StandardCharsets.UTF_8);
        var declared = declare(text);
        Put.of(declared).send(text);
        var file = get(declared).json();
        assertEquals("error", file.string("status"));
        var details = file.string("status_details");
        assertTrue(details.startsWith("The file is no image"), details);
    }

    @Test
    void aForeignAnUnknownADeletedAndAMalformedIdAreAnsweredAlike() {
        var another = system.testKey(0);
        var foreign = declare(PNG).string("id");
        var deleted = declare(PNG).string("id");
        system.send(system.request("/v1/files/" + deleted, key).DELETE());
        var expected =
                "{\"error\":{\"message\":\"There is no such file.\",\"type\":\"not_found\","
                        + "\"code\":\"file_not_found\",\"param\":null,\"request_id\":\"ID\"}}";
        var unknown = "file_01KPXJ2ZQ6ZZZZZZZZZZZZZZZZ";
        var malformed =
                List.of(
                        "x",
                        "file_",
                        foreign + "0",
                        foreign.toLowerCase(Locale.ROOT),
                        "%2e%2e%2fx");
        assertEquals(expected, withoutId(system.get("/v1/files/" + foreign, another)));
        assertEquals(expected, withoutId(delete(foreign, another)));
        for (var id : List.of(unknown, deleted)) {
            assertEquals(expected, withoutId(system.get("/v1/files/" + id, key)));
            assertEquals(expected, withoutId(delete(id, key)));
        }
        for (var id : malformed) {
            assertEquals(expected, withoutId(system.get("/v1/files/" + id, key)));
            assertEquals(expected, withoutId(delete(id, key)));
        }
        assertEquals(200, system.get("/v1/files/" + foreign, key).status());
    }

    @Test
    void aFileIsDeletedOnce() {
        var file = declare(PNG);
        var id = file.string("id");
        var deleted = delete(id, key);
        assertEquals(
                "{\"id\":\"" + id + "\",\"object\":\"file\",\"deleted\":true}",
                new String(deleted.body(), StandardCharsets.UTF_8));
        assertEquals(404, delete(id, key).status());
        assertEquals(404, get(file).status());
    }

    @Test
    void testAndLiveFilesOfOneNameAreApart() {
        var account = system.provision("test", 0);
        var live =
                system.invoke(
                        "Provision",
                        Map.of(
                                "mode",
                                "live",
                                "account",
                                account.string("account").replaceFirst("^test:", ""),
                                "key",
                                Map.of()));
        var id =
                system.post("/v1/files", account.string("key"), declaration(PNG))
                        .json()
                        .string("id");
        assertEquals(200, system.get("/v1/files/" + id, account.string("key")).status());
        assertEquals(404, system.get("/v1/files/" + id, live.string("key")).status());
    }

    @Test
    void aFileIsNotServedLikeAnImageThatWasMade() {
        var file = declare(PNG);
        Put.of(file).send(PNG);
        var path = Put.of(file).url().getPath().replaceFirst("/[^/]+/", "/media/");
        assertTrue(path.startsWith("/media/files/test/"), path);
        assertEquals(404, system.get(path, key).status());
    }

    private Fields declare(byte[] bytes) {
        var answer = system.post("/v1/files", key, declaration(bytes));
        assertEquals(200, answer.status(), () -> new String(answer.body(), StandardCharsets.UTF_8));
        return answer.json();
    }

    private static Map<String, Object> declaration(byte[] bytes) {
        return Map.of(
                "bytes", bytes.length, "media_type", "image/png", "sha256", Pictures.sha256(bytes));
    }

    private Answer get(Fields file) {
        return system.get("/v1/files/" + file.string("id"), key);
    }

    private static Answer delete(String id, String key) {
        return system.send(system.request("/v1/files/" + id, key).DELETE());
    }

    private static Map<String, Object> edit(byte[] png) {
        var url = "data:image/png;base64," + Base64.getEncoder().encodeToString(png);
        return Map.of("model", "gpt-image-2", "prompt", "a harbour", "image", url);
    }

    private static String withoutId(Answer answer) {
        return new String(answer.body(), StandardCharsets.UTF_8)
                .replaceFirst("req_[0-9a-f-]{36}", "ID");
    }
}
