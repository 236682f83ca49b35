package dev.pixapi.local.badinput;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pixapi.json.Json;
import dev.pixapi.json.MalformedJson;
import dev.pixapi.local.TestingSystem;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;

/** Declarations of files that are wrong. */
@ExtendWith(OneSystem.class)
class DeclarationsTest {
    private static final String PATH = "/v1/files";
    private static final int CREDITS = 1;
    private static final String SOUND =
            "{\"filename\": \"a.png\", \"bytes\": 1, \"media_type\": \"image/png\", \"sha256\": \""
                    + "0".repeat(64)
                    + "\"}";

    private static TestingSystem system;

    private final Caller caller = Caller.of(system, CREDITS);

    @BeforeAll
    static void use(TestingSystem shared) {
        system = shared;
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes", "media_type", "sha256"})
    void whatMustBeDeclaredIsMissing(String name) {
        for (var body : new String[] {changed(name, "null"), without(name)}) {
            Refusal.of(400, "missing_required_parameter", name).assertIn(caller.post(PATH, body));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bytes         | 0",
                "bytes         | -1",
                "bytes         | 52428801",
                "bytes         | 1e999999999",
                "bytes         | 1.5",
                "bytes         | \"1\"",
                "bytes         | true",
                "bytes         | [1]",
                "media_type    | \"image/gif\"",
                "media_type    | \"image/svg+xml\"",
                "media_type    | \"IMAGE/PNG\"",
                "media_type    | \"image/png; charset=utf-8\"",
                "media_type    | \"\"",
                "media_type    | 1",
                "sha256        | \"\"",
                "sha256        | \"0\"",
                "sha256        | \"47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\"",
                "sha256        |"
                        + " \"z000000000000000000000000000000000000000000000000000000000000000\"",
                "sha256        |"
                        + " \"0000000000000000000000000000000000000000000000000000000000000000\\n"
                        + "\"",
                "sha256        | 0",
                "sha256        | {}",
                "filename      | \"\"",
                "filename      | 1",
                "filename      | \"\\ud83e\"",
                "filename      | [\"a.png\"]",
                "purpose       | \"\"",
                "purpose       | \"fine-tune\"",
                "purpose       | 1",
                "expires_after | 3600",
                "expires_after | \"3600\"",
                "expires_after | [3600]",
            })
    void aParameterThatIsNotWhatItMustBeIsNamed(String name, String value) {
        Refusal.of(400, "invalid_value", name).assertIn(caller.post(PATH, changed(name, value)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "expires_after.seconds | {\"anchor\": \"created_at\", \"seconds\": 3599}",
                "expires_after.seconds | {\"anchor\": \"created_at\", \"seconds\": 2592001}",
                "expires_after.seconds | {\"anchor\": \"created_at\", \"seconds\": 1e9}",
                "expires_after.seconds | {\"anchor\": \"created_at\", \"seconds\": \"3600\"}",
                "expires_after.seconds | {\"seconds\": []}",
                "expires_after.anchor  | {\"anchor\": \"last_active_at\", \"seconds\": 3600}",
                "expires_after.anchor  | {\"anchor\": 1, \"seconds\": 3600}",
            })
    void anExpiryThatCannotBeIsNamed(String parameter, String value) {
        Refusal.of(400, "invalid_value", parameter)
                .assertIn(caller.post(PATH, changed("expires_after", value)));
    }

    @Test
    void anExpiryNeedsItsSeconds() {
        Refusal.of(400, "missing_required_parameter", "expires_after.seconds")
                .assertIn(
                        caller.post(
                                PATH, changed("expires_after", "{\"anchor\": \"created_at\"}")));
    }

    @Test
    void aNameOf256CharactersIsTooLong() {
        assertEquals(
                200, caller.post(PATH, changed("filename", quoted("\u2693".repeat(255)))).status());
        Refusal.of(400, "invalid_value", "filename")
                .assertIn(caller.post(PATH, changed("filename", quoted("a".repeat(256)))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "image/png",
                "application/octet-stream",
                "application/x-www-form-urlencoded",
                "multipart/mixed; boundary=x",
                "nonsense",
            })
    void onlyAFormOrJsonIsTaken(String type) {
        Refusal.of(415, "unsupported_media_type")
                .assertIn(caller.post(PATH, SOUND, "Content-Type", type));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "[]", "null", "{", "{\"bytes\": 1,}", "{\"bytes\": 1, \"bytes\": 1}"})
    void whatIsNotOneJsonObjectIsRefused(String body) {
        Refusal.of(400, "invalid_json").assertIn(caller.post(PATH, body));
    }

    @ParameterizedTest
    @CsvSource({"PUT, /v1/files/x", "GET, /v1/files", "PATCH, /v1/files", "POST, /v1/files/x"})
    void aMethodThatAPathDoesNotHaveIsNotFound(String method, String path) {
        var body = BodyPublishers.ofString(SOUND);
        Refusal.of(404, "route_not_found")
                .assertIn(system.send(system.request(path, caller.key()).method(method, body)));
    }

    @Test
    void nobodyWithoutAKeyHasFiles() {
        Refusal.of(401, "invalid_api_key").assertIn(system.post(PATH, "x", Map.of()));
        Refusal.of(401, "invalid_api_key").assertIn(system.get(PATH + "/x", "x"));
        Refusal.of(401, "invalid_api_key")
                .assertIn(system.send(system.request(PATH + "/x", "x").DELETE()));
    }

    private static String changed(String name, String value) {
        var rest = without(name);
        return rest.substring(0, rest.length() - 1) + ", " + quoted(name) + ": " + value + "}";
    }

    private static String without(String name) {
        try {
            var body = Json.object(SOUND);
            body.remove(name);
            return Json.write(body);
        } catch (MalformedJson fault) {
            throw new AssertionError(fault);
        }
    }

    private static String quoted(String text) {
        return "\"" + text + "\"";
    }
}
