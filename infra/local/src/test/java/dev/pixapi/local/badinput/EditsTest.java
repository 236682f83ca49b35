package dev.pixapi.local.badinput;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pixapi.json.Json;
import dev.pixapi.local.TestingSystem;
import dev.pixapi.local.TestingSystem.Answer;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

/** Edits, as forms and as JSON: what is wrong costs nothing, what is right is made. */
@ExtendWith(OneSystem.class)
class EditsTest {
    private static final int CREDITS = 100;
    private static final List<String> PATHS = List.of("/v1/images/edits", "/v1/async/images/edits");
    private static final String FORM = "multipart/form-data; boundary=b";
    private static final byte[] PICTURE = png(64, 48);

    private static TestingSystem system;

    private final Caller caller = Caller.of(system, CREDITS);

    @BeforeAll
    static void use(TestingSystem shared) {
        system = shared;
    }

    /** A form that is written as its test wants it. */
    record Form(ByteArrayOutputStream body) {
        static Form of(String model) {
            return new Form(new ByteArrayOutputStream())
                    .text("model", model)
                    .text("prompt", "a fox");
        }

        Form text(String name, String text) {
            return part(disposition(name), text.getBytes(StandardCharsets.UTF_8));
        }

        Form file(String name, byte[] bytes) {
            return part(disposition(name) + "; filename=\"a.png\"", bytes);
        }

        Form part(String head, byte[] content) {
            body.writeBytes(("--b\r\n" + head + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
            body.writeBytes(content);
            body.writeBytes(new byte[] {'\r', '\n'});
            return this;
        }

        byte[] bytes() {
            body.writeBytes("--b--\r\n".getBytes(StandardCharsets.UTF_8));
            return body.toByteArray();
        }
    }

    static Stream<Arguments> badForms() {
        var good = edit().file("image", PICTURE).bytes();
        return Stream.of(
                bad("no image", edit(), 400, "missing_required_parameter", "image"),
                bad(
                        "only a mask",
                        edit().file("mask", PICTURE),
                        400,
                        "missing_required_parameter",
                        "image"),
                bad(
                        "no model",
                        new Form(new ByteArrayOutputStream()).file("image", PICTURE),
                        400,
                        "missing_required_parameter",
                        "model"),
                bad(
                        "an unknown model",
                        Form.of("dall-e-9").file("image", PICTURE),
                        404,
                        "model_not_found",
                        "model"),
                bad(
                        "an empty image",
                        edit().file("image", new byte[0]),
                        400,
                        "invalid_image",
                        "image"),
                bad(
                        "a text for an image",
                        edit().text("image", "https://example.com/a.png"),
                        400,
                        "invalid_image",
                        "image"),
                bad(
                        "a second image that is none",
                        edit().file("image[]", PICTURE).file("image[]", new byte[9]),
                        400,
                        "invalid_image",
                        "image[1]"),
                bad(
                        "two masks",
                        edit().file("image", PICTURE).file("mask", PICTURE).file("mask", PICTURE),
                        400,
                        "invalid_value",
                        "mask"),
                bad(
                        "a mask of another size",
                        edit().file("image", PICTURE).file("mask", png(48, 64)),
                        400,
                        "invalid_image",
                        "mask"),
                bad(
                        "a mask for Gemini",
                        Form.of("nano-banana").file("image", PICTURE).file("mask", PICTURE),
                        400,
                        "unsupported_parameter",
                        "mask"),
                bad(
                        "two images for one",
                        Form.of("sd3.5-large").file("image", PICTURE).file("image", PICTURE),
                        400,
                        "unsupported_parameter",
                        "image"),
                bad("17 images", many(17), 400, "invalid_value", "image"),
                bad(
                        "a number in words",
                        edit().text("n", "two").file("image", PICTURE),
                        400,
                        "invalid_value",
                        "n"),
                bad(
                        "a number with a point",
                        edit().text("n", "2.5").file("image", PICTURE),
                        400,
                        "invalid_value",
                        "n"),
                bad(
                        "no number",
                        edit().text("n", "").file("image", PICTURE),
                        400,
                        "invalid_value",
                        "n"),
                bad(
                        "too many",
                        edit().text("n", "11").file("image", PICTURE),
                        400,
                        "invalid_value",
                        "n"),
                bad(
                        "a flag that is none",
                        edit().text("stream", "yes").file("image", PICTURE),
                        400,
                        "invalid_value",
                        "stream"),
                bad(
                        "async",
                        edit().text("async", "true").file("image", PICTURE),
                        400,
                        "unsupported_parameter",
                        "async"),
                bad(
                        "an empty prompt",
                        edit().text("prompt", "").file("image", PICTURE),
                        400,
                        "invalid_value",
                        "prompt"),
                bad(
                        "metadata without pairs",
                        edit().text("metadata", "order 7").file("image", PICTURE),
                        400,
                        "invalid_value",
                        "metadata"),
                bad(
                        "metadata without a name",
                        edit().text("metadata[]", "7").file("image", PICTURE),
                        400,
                        "invalid_value",
                        "metadata"),
                bad(
                        "a long text",
                        edit().text("user", "x".repeat(300_000)).file("image", PICTURE),
                        400,
                        "invalid_value",
                        "user"),
                bad(
                        "Latin-1",
                        edit().part(disposition("prompt"), new byte[] {'f', (byte) 0xE4})
                                .file("image", PICTURE),
                        400,
                        "invalid_value",
                        "prompt"),
                bad(
                        "base64",
                        edit().part(
                                        disposition("image")
                                                + "\r\nContent-Transfer-Encoding: base64",
                                        new byte[] {'A'}),
                        400,
                        "invalid_value",
                        "image"),
                bad(
                        "nested",
                        edit().part(
                                        disposition("image")
                                                + "\r\nContent-Type: multipart/mixed; boundary=c",
                                        PICTURE),
                        400,
                        "invalid_value",
                        "image"),
                whole(
                        "a part without a name",
                        FORM,
                        edit().part("Content-Type: image/png", PICTURE).bytes()),
                whole(
                        "a header without a colon",
                        FORM,
                        edit().part(disposition("image") + "\r\nx", PICTURE).bytes()),
                whole("65 parts", FORM, parts(63)),
                whole("cut off in a file", FORM, Arrays.copyOf(good, good.length - 20)),
                whole("cut off in a header", FORM, Arrays.copyOf(good, 150)),
                whole("no body", FORM, new byte[0]),
                whole("no boundary", "multipart/form-data", good),
                whole("another boundary", "multipart/form-data; boundary=c", good),
                whole("a long boundary", "multipart/form-data; boundary=" + "b".repeat(71), good),
                Arguments.of(
                        "a form that says it is JSON",
                        "application/json",
                        good,
                        Refusal.of(400, "invalid_json")),
                Arguments.of(
                        "another type",
                        "image/png",
                        PICTURE,
                        Refusal.of(415, "unsupported_media_type")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badForms")
    void aBadFormIsRefusedBeforeAnythingIsHeld(
            String name, String type, byte[] body, Refusal refusal) {
        for (var path : PATHS) {
            refusal.assertIn(caller.post(path, body, "Content-Type", type));
        }
        caller.assertUntouched(CREDITS);
    }

    static Stream<Arguments> badJson() {
        var data = data(PICTURE);
        return Stream.of(
                badJson(Map.of(), "missing_required_parameter", "image"),
                badJson(Map.of("image", List.of()), "missing_required_parameter", "image"),
                badJson(Map.of("image", 5), "invalid_value", "image"),
                badJson(Map.of("image", Arrays.asList(data, null)), "invalid_value", "image[1]"),
                badJson(Map.of("image", data, "images", List.of(data)), "invalid_value", "images"),
                badJson(Map.of("images", List.of(Map.of())), "invalid_value", "images[0]"),
                badJson(Map.of("image", "data:image/png,x"), "invalid_image", "image"),
                badJson(Map.of("image", "data:image/png;base64,AAAA"), "invalid_image", "image"),
                badJson(
                        Map.of("images", List.of(Map.of("image_url", data + "*"))),
                        "invalid_image",
                        "images[0].image_url"),
                badJson(Map.of("image", data, "mask", data(png(1, 1))), "invalid_image", "mask"),
                badJson(Map.of("image", data, "mask", 5), "invalid_value", "mask"),
                badJson(Map.of("image", Collections.nCopies(17, data)), "invalid_value", "image"),
                badJson(Map.of("image", data, "n", "2"), "invalid_value", "n"),
                badJson(Map.of("image", data, "async", true), "unsupported_parameter", "async"),
                badJson(
                        Map.of("image", data, "model", "nano-banana-pro", "mask", data),
                        "unsupported_parameter",
                        "mask"),
                badJson(
                        Map.of("images", List.of(data, data), "model", "sd3.5-large"),
                        "unsupported_parameter",
                        "image"));
    }

    @ParameterizedTest(name = "{1} {2}, {index}")
    @MethodSource("badJson")
    void badJsonIsRefusedBeforeAnythingIsHeld(byte[] body, String code, String parameter) {
        for (var path : PATHS) {
            Refusal.of(400, code, parameter).assertIn(caller.post(path, body));
        }
        caller.assertUntouched(CREDITS);
    }

    @Test
    void aRefusalNamesTheModelsThatCan() {
        var masked = Form.of("nano-banana").file("image", PICTURE).file("mask", PICTURE);
        var mask = message(caller.post(PATHS.getFirst(), masked.bytes(), "Content-Type", FORM));
        assertTrue(mask.contains("gpt-image-2, gpt-image-1.5"), mask);
        var two = Form.of("sd3.5-large").file("image", PICTURE).file("image", PICTURE);
        var image = message(caller.post(PATHS.getFirst(), two.bytes(), "Content-Type", FORM));
        assertTrue(image.contains("1 input image"), image);
        assertTrue(image.contains("gemini-2.5-flash-image"), image);
    }

    @Test
    void asyncInTheQueryIsRefused() {
        var body = edit().file("image", PICTURE).bytes();
        Refusal.of(400, "unsupported_parameter", "async")
                .assertIn(
                        caller.post(PATHS.getFirst() + "?async=true", body, "Content-Type", FORM));
        caller.assertUntouched(CREDITS);
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
                        Form.of("sd3.5-large").file("image", PICTURE)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("goodForms")
    void aGoodFormIsMadeAndChargedOnce(String name, Form form) {
        var answer = caller.post(PATHS.getFirst(), form.bytes(), "Content-Type", FORM);
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
                system.request(PATHS.getFirst(), caller.key())
                        .header("Content-Type", FORM)
                        .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)));
        assertEquals(200, system.send(request).status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "list", "objects", "mask"})
    void goodJsonIsMade(String form) {
        var data = data(PICTURE);
        var fields =
                switch (form) {
                    case "text" -> Map.of("image", data);
                    case "list" -> Map.of("image", List.of(data, data));
                    case "objects" -> Map.of("images", List.of(Map.of("image_url", data)));
                    default -> Map.of("image", data, "mask", Map.of("image_url", data));
                };
        assertEquals(200, caller.post(PATHS.getFirst(), json(fields)).status());
    }

    @Test
    void aSubmittedFormIsMadeByAWorker() {
        var body = small().text("metadata[order]", "7").file("image", PICTURE).bytes();
        var answer = caller.post(PATHS.getLast(), body, "Content-Type", FORM);
        assertEquals(202, answer.status());
        var task = system.await(caller.key(), answer.json().string("id"));
        assertEquals("completed", task.string("status"));
        assertEquals(Map.of("order", "7"), task.object("metadata").values());
    }

    private static Form edit() {
        return Form.of("gpt-image-2").text("quality", "low");
    }

    /** The least that can be drawn. */
    private static Form small() {
        return Form.of("nano-banana-2-512");
    }

    private static Form many(int images) {
        var form = edit();
        for (var i = 0; i < images; i++) {
            form.file("image[]", PICTURE);
        }
        return form;
    }

    private static byte[] parts(int more) {
        var form = edit();
        for (var i = 0; i < more; i++) {
            form.text("n" + i, "1");
        }
        return form.bytes();
    }

    private static Arguments bad(
            String name, Form form, int status, String code, String parameter) {
        return Arguments.of(name, FORM, form.bytes(), Refusal.of(status, code, parameter));
    }

    private static Arguments whole(String name, String type, byte[] body) {
        return Arguments.of(name, type, body, Refusal.of(400, "invalid_value"));
    }

    private static Arguments badJson(Map<String, ?> fields, String code, String parameter) {
        return Arguments.of(json(fields), code, parameter);
    }

    private static byte[] json(Map<String, ?> fields) {
        var body = new LinkedHashMap<String, Object>();
        body.put("model", "gpt-image-2");
        body.put("quality", "low");
        body.put("prompt", "a fox");
        body.putAll(fields);
        if (!body.get("model").equals("gpt-image-2")) {
            body.remove("quality");
        }
        return Json.bytes(body);
    }

    private static String message(Answer answer) {
        return answer.json().object("error").string("message");
    }

    private static String data(byte[] png) {
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(png);
    }

    private static String disposition(String name) {
        return "Content-Disposition: form-data; name=\"" + name + "\"";
    }

    private static byte[] png(int width, int height) {
        try {
            var out = new ByteArrayOutputStream();
            ImageIO.write(
                    new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB), "png", out);
            return out.toByteArray();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
