package dev.pixapi.local.badinput;

import static dev.pixapi.local.badinput.EditForm.PICTURE;
import static dev.pixapi.local.badinput.EditForm.disposition;
import static dev.pixapi.local.badinput.EditForm.edit;
import static dev.pixapi.local.badinput.EditForm.many;
import static dev.pixapi.local.badinput.EditForm.png;
import static dev.pixapi.local.badinput.EditForm.small;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pixapi.local.TestingSystem;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Edits in every form that is taken, made and charged once. */
@ExtendWith(OneSystem.class)
class GoodEditsTest {
    private static final int CREDITS = 100;

    private static TestingSystem system;

    private final Caller caller = Caller.of(system, CREDITS);

    @BeforeAll
    static void use(TestingSystem shared) {
        system = shared;
    }

    static Stream<Arguments> goodForms() {
        var octets = "\r\nContent-Type: application/octet-stream";
        return Stream.of(
                Arguments.of("curl", small().file("image", PICTURE)),
                Arguments.of("one of a list", small().file("image[]", PICTURE)),
                Arguments.of("a list", small().file("image[]", PICTURE).file("image[]", png(9, 9))),
                Arguments.of(
                        "the same twice", small().file("image", PICTURE).file("image", PICTURE)),
                Arguments.of("a mask", edit().file("image", PICTURE).file("mask", PICTURE)),
                Arguments.of(
                        "without file names", small().part(disposition("image") + octets, PICTURE)),
                Arguments.of(
                        "strings",
                        small().text("n", "1")
                                .text("stream", "false")
                                .text("output_compression", "50")
                                .text("output_format", "webp")
                                .file("image", PICTURE)),
                Arguments.of(
                        "metadata", small().text("metadata[order]", "7").file("image", PICTURE)),
                Arguments.of(
                        "metadata in JSON",
                        small().text("metadata", "{\"order\": \"7\"}").file("image", PICTURE)),
                Arguments.of(
                        "what nobody knows",
                        small().text("seed", "7")
                                .file("document", new byte[] {-1})
                                .file("image", PICTURE)),
                Arguments.of("16 images", many(16)),
                Arguments.of(
                        "one image for sd3.5-large",
                        EditForm.of("sd3.5-large").file("image", PICTURE)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("goodForms")
    void aGoodFormIsMadeAndChargedOnce(String name, EditForm form) {
        var answer = caller.post(Caller.EDITS.getFirst(), form);
        assertEquals(200, answer.status(), () -> new String(answer.body(), StandardCharsets.UTF_8));
        assertEquals(1, answer.json().objects("data").size());
        var balance = system.credits(caller.key());
        assertEquals(0, balance.number("held"));
        assertEquals(answer.json().number("credits"), balance.number("spent"));
    }

    /** Without Content-Length, as Node's SDK sends a stream. */
    @Test
    void aFormInChunksIsMade() {
        var body = small().file("image", PICTURE).bytes();
        var request =
                system.request(Caller.EDITS.getFirst(), caller.key())
                        .header("Content-Type", EditForm.TYPE)
                        .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)));
        assertEquals(200, system.send(request).status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "list", "objects", "mask"})
    void goodJsonIsMade(String form) {
        var data = EditJson.dataUrl(PICTURE);
        var fields =
                switch (form) {
                    case "text" -> Map.of("image", data);
                    case "list" -> Map.of("image", List.of(data, data));
                    case "objects" -> Map.of("images", List.of(Map.of("image_url", data)));
                    default -> Map.of("image", data, "mask", Map.of("image_url", data));
                };
        assertEquals(200, caller.post(Caller.EDITS.getFirst(), EditJson.of(fields)).status());
    }

    @Test
    void aSubmittedFormIsMadeByAWorker() {
        var form = small().text("metadata[order]", "7").file("image", PICTURE);
        var answer = caller.post(Caller.EDITS.getLast(), form);
        assertEquals(202, answer.status());
        var task = system.await(caller.key(), answer.json().string("id"));
        assertEquals("completed", task.string("status"));
        assertEquals(Map.of("order", "7"), task.object("metadata").values());
    }
}
