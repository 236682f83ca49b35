package dev.pixapi.local.badinput;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pixapi.json.Fields;
import dev.pixapi.local.TestingSystem;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;

/** Bodies that are wrong as a whole, and those that only look so. */
@ExtendWith(OneSystem.class)
class BodiesTest {
    private static final int CREDITS = 100;
    private static final String SOUND =
            "{\"model\": \"gpt-image-1.5\", \"quality\": \"low\", \"prompt\": \"a fox\"}";

    private static TestingSystem system;

    private final Caller caller = Caller.of(system, CREDITS);

    @BeforeAll
    static void use(TestingSystem shared) {
        system = shared;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "5",
                "\"a fox\"",
                "[]",
                "[{\"model\": \"gpt-image-2\"}]",
                "{",
                "{\"model\"",
                "{\"model\": \"gpt-image-2\", \"prompt\": \"a fox\"",
                "{'model': 'a'}",
                "{\"model\": \"gpt-image-2\",}",
                "model=gpt-image-2&prompt=a+fox",
                "<model/>",
                "\0",
                "{\"model\": NaN}",
                "{\"n\": 01}",
                "{\"prompt\": \"a\nfox\"}",
                "{\"prompt\": \"\\x\"}",
                "{\"model\": \"gpt-image-2\", \"model\": \"gpt-image-2\", \"prompt\": \"a\"}",
                "{\"model\": \"gpt-image-2\", \"prompt\": \"a\", \"x\": {\"y\": 1, \"y\": 2}}",
                "{\"model\": \"gpt-image-2\", \"prompt\": \"a\"} {}",
                "{\"model\": \"gpt-image-2\", \"prompt\": \"a\"}]",
                "{\"model\": \"gpt-image-2\", \"prompt\": \"a\", \"n\": 1e99999999999999}",
                "{\"model\": \"gpt-image-2\", \"prompt\": \"a\", \"seed\": 1e99999999999999}",
                "{\"model\": \"gpt-image-2\", \"prompt\": \"a\", \"\\ud83e\": 1}",
                "{\"model\": \"gpt-image-2\", \"prompt\": \"a\", \"metadata\": {\"\\ud83e\":"
                        + " \"a\"}}",
            })
    void whatIsNotOneJsonObjectIsRefused(String body) {
        refuse(body.getBytes(StandardCharsets.UTF_8));
    }

    static Stream<Arguments> hostileBodies() {
        return Stream.of(
                Arguments.of("nested 33 deep", nested(33)),
                Arguments.of("nested 100,000 deep", nested(100_000)),
                Arguments.of("never closed", "{\"a\":" + "[".repeat(1_000_000)),
                Arguments.of("50 digits", SOUND.replace("}", ", \"n\": " + "1".repeat(50) + "}")),
                Arguments.of(
                        "a million digits",
                        SOUND.replace("}", ", \"x\": " + "1".repeat(1_000_000) + "}")),
                Arguments.of(
                        "a long name",
                        SOUND.replace("}", ", \"" + "x".repeat(100_000) + "\": 1}")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostileBodies")
    void aHostileBodyIsRefused(String name, String body) {
        refuse(body.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void anotherEncodingIsRefused() {
        refuse(SOUND.getBytes(StandardCharsets.UTF_16));
        refuse(new byte[] {(byte) 0xFF, (byte) 0xFE, (byte) 0x80, 0});
    }

    @Test
    void anEmptyObjectLacksItsModel() {
        for (var path : Caller.PATHS) {
            Refusal.of(400, "missing_required_parameter", "model")
                    .assertIn(caller.post(path, "{}"));
        }
        caller.assertUntouched(CREDITS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/x-www-form-urlencoded",
                "application/xml",
                "application/jsonx",
                "image/png"
            })
    void anotherContentTypeIsRefused(String contentType) {
        for (var path : Caller.PATHS) {
            assertUnsupported(path, contentType);
        }
        caller.assertUntouched(CREDITS);
    }

    /** A quote takes one, since edits are quoted as well. */
    @Test
    void aFormIsNoGeneration() {
        assertUnsupported("/v1/images/generations", "multipart/form-data; boundary=x");
        assertUnsupported("/v1/async/images/generations", "multipart/form-data; boundary=x");
        caller.assertUntouched(CREDITS);
    }

    private void assertUnsupported(String path, String contentType) {
        Refusal.of(415, "unsupported_media_type")
                .assertIn(caller.post(path, SOUND, "Content-Type", contentType));
    }

    /** API Gateway takes 10 MB; Lambda 6 MB with everything around the body. */
    @ParameterizedTest
    @ValueSource(ints = {7, 11})
    void aBodyThatIsTooLargeIsRefused(int megabytes) {
        var body = SOUND.replace("a fox", "a".repeat(megabytes * 1024 * 1024));
        for (var path : Caller.PATHS) {
            Refusal.of(413, "payload_too_large").assertIn(caller.post(path, body));
        }
        caller.assertUntouched(CREDITS);
    }

    @Test
    void aLargeBodyThatIsTakenIsStillReadAsOne() {
        var body = SOUND.replace("a fox", "a".repeat(4 * 1024 * 1024));
        Refusal.of(400, "invalid_value", "prompt").assertIn(caller.post("/v1/quotes", body));
    }

    /** What a caller may write and still be understood; the prompt saves drawing a picture. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{%s, \"seed\": 7}",
                "{%s, \"x\": {\"y\": [null]}}",
                "{%s, \"x\": 1e999999999}",
                "{%s, \"n\": 1.0}",
                "{%s, \"n\": null, \"size\": null, \"stream\": null, \"metadata\": null,"
                        + " \"async\": null, \"webhook_url\": null, \"output_format\": null}",
                "\uFEFF{%s}",
            })
    void whatOnlyLooksWrongIsTaken(String form) {
        var body = form.replace("%s", SOUND.substring(1, SOUND.length() - 1));
        assertEquals(1, answered(caller.post("/v1/quotes", body)).number("credits"));
        var rejected = body.replace("a fox", "[reject]");
        Refusal.of(422, "prompt_rejected")
                .assertIn(caller.post("/v1/images/generations", rejected));
        caller.assertUntouched(CREDITS);
    }

    /** An unknown field is ignored, so nothing in it may reach anything that fails on it. */
    @ParameterizedTest
    @ValueSource(strings = {"\"\\ud83e\"", "[\"\\udd8a\"]", "{\"y\": \"\\ud83e\\ud83e\"}"})
    void halfOfASurrogatePairInAnUnknownFieldDoesNoHarm(String value) {
        var body = SOUND.replace("a fox", "[reject]").replace("}", ", \"x\": " + value + "}");
        for (var path : Caller.PATHS) {
            assertTrue(caller.post(path, body).status() < 500, path);
        }
        for (var task : caller.get("/v1/tasks").json().objects("data")) {
            var ended = system.await(caller.key(), task.string("id"));
            assertEquals("prompt_rejected", ended.object("error").string("code"));
        }
        caller.assertUntouched(CREDITS);
    }

    /** Bytes that are no UTF-8 never get further than API Gateway, which replaces them. */
    @Test
    void bytesThatAreNoUtf8AreNoFaultOfOurs() {
        var body = SOUND.getBytes(StandardCharsets.UTF_8);
        body[body.length - 4] = (byte) 0xC3;
        var answer = caller.post("/v1/quotes", body);
        assertTrue(answer.status() == 200 || answer.status() == 400);
    }

    /** Right-to-left text, emoji, controls: the longest prompt of each is taken. */
    @ParameterizedTest
    @ValueSource(strings = {"🦊", "א", "\\u0000", "\\u202e", "\\u0301", "\\uffff", " "})
    void everyWholeCharacterIsTaken(String character) {
        var body = SOUND.replace("a fox", character.repeat(32_000));
        assertEquals(1, answered(caller.post("/v1/quotes", body)).number("credits"));
    }

    @Test
    void theLongestPromptIsDrawn() {
        var body = SOUND.replace("a fox", "🦊".repeat(32_000));
        var images = answered(caller.post("/v1/images/generations", body));
        assertEquals(1, images.objects("data").size());
    }

    @Test
    void aPromptOfStrangeCharactersIsDrawn() {
        var body = SOUND.replace("a fox", "\\u0000 \\u202e א \\uffff e\\u0301 \\n 🦊 {}");
        var images = answered(caller.post("/v1/images/generations", body));
        assertEquals(1, images.objects("data").size());
    }

    private static Fields answered(TestingSystem.Answer answer) {
        assertEquals(200, answer.status(), () -> new String(answer.body(), StandardCharsets.UTF_8));
        return answer.json();
    }

    private void refuse(byte[] body) {
        for (var path : Caller.PATHS) {
            Refusal.of(400, "invalid_json").assertIn(caller.post(path, body));
        }
        caller.assertUntouched(CREDITS);
    }

    private static String nested(int depth) {
        return "{\"a\":".repeat(depth - 1) + "{" + "}".repeat(depth);
    }

    /** What the caller gets back is what the caller sent. */
    @Test
    void namesAndMetadataSurvive() {
        var text = "ä \u202e א 🦊 \0 \n \" \\ </script>";
        var task =
                system.submit(
                                caller.key(),
                                Map.of(
                                        "model",
                                        "gpt-image-1.5",
                                        "quality",
                                        "low",
                                        "prompt",
                                        text + "[reject]",
                                        "user",
                                        text,
                                        "metadata",
                                        Map.of(text, text)))
                        .json();
        var ended = system.await(caller.key(), task.string("id"));
        assertEquals("prompt_rejected", ended.object("error").string("code"));
        assertEquals(text, ended.string("user"));
        assertEquals(Map.of(text, text), ended.object("metadata").values());
    }
}
