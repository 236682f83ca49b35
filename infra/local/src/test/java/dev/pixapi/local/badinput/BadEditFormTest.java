package dev.pixapi.local.badinput;

import static dev.pixapi.local.badinput.EditForm.PICTURE;
import static dev.pixapi.local.badinput.EditForm.disposition;
import static dev.pixapi.local.badinput.EditForm.edit;
import static dev.pixapi.local.badinput.EditForm.many;
import static dev.pixapi.local.badinput.EditForm.png;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pixapi.local.TestingSystem;
import dev.pixapi.local.TestingSystem.Answer;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.stream.Stream;

/** Edits as forms that say what is wrong: they cost nothing. */
@ExtendWith(OneSystem.class)
class BadEditFormTest {
    private static final int CREDITS = 100;

    private static TestingSystem system;

    private final Caller caller = Caller.of(system, CREDITS);

    @BeforeAll
    static void use(TestingSystem shared) {
        system = shared;
    }

    static Stream<Arguments> badForms() {
        return Stream.of(
                bad("no image", edit(), "missing_required_parameter", "image"),
                bad(
                        "only a mask",
                        edit().file("mask", PICTURE),
                        "missing_required_parameter",
                        "image"),
                bad(
                        "no model",
                        EditForm.empty().file("image", PICTURE),
                        "missing_required_parameter",
                        "model"),
                bad("an empty image", edit().file("image", new byte[0]), "invalid_image", "image"),
                bad(
                        "a text for an image",
                        edit().text("image", "https://example.com/a.png"),
                        "invalid_image",
                        "image"),
                bad(
                        "a second image that is none",
                        edit().file("image[]", PICTURE).file("image[]", new byte[9]),
                        "invalid_image",
                        "image[1]"),
                bad(
                        "two masks",
                        edit().file("image", PICTURE).file("mask", PICTURE).file("mask", PICTURE),
                        "mask"),
                bad(
                        "a mask of another size",
                        edit().file("image", PICTURE).file("mask", png(48, 64)),
                        "invalid_image",
                        "mask"),
                bad(
                        "a mask for Gemini",
                        EditForm.of("nano-banana").file("image", PICTURE).file("mask", PICTURE),
                        "unsupported_parameter",
                        "mask"),
                bad(
                        "two images for one",
                        EditForm.of("sd3.5-large").file("image", PICTURE).file("image", PICTURE),
                        "unsupported_parameter",
                        "image"),
                bad("17 images", many(17), "image"),
                bad("a number in words", edit().text("n", "two").file("image", PICTURE), "n"),
                bad("a number with a point", edit().text("n", "2.5").file("image", PICTURE), "n"),
                bad("no number", edit().text("n", "").file("image", PICTURE), "n"),
                bad("too many", edit().text("n", "11").file("image", PICTURE), "n"),
                bad(
                        "a flag that is none",
                        edit().text("stream", "yes").file("image", PICTURE),
                        "stream"),
                bad(
                        "async",
                        edit().text("async", "true").file("image", PICTURE),
                        "unsupported_parameter",
                        "async"),
                bad("an empty prompt", edit().text("prompt", "").file("image", PICTURE), "prompt"),
                bad(
                        "metadata without pairs",
                        edit().text("metadata", "order 7").file("image", PICTURE),
                        "metadata"),
                bad(
                        "metadata without a name",
                        edit().text("metadata[]", "7").file("image", PICTURE),
                        "metadata"),
                bad(
                        "a long text",
                        edit().text("user", "x".repeat(300_000)).file("image", PICTURE),
                        "user"),
                bad(
                        "Latin-1",
                        edit().part(disposition("prompt"), new byte[] {'f', (byte) 0xE4})
                                .file("image", PICTURE),
                        "prompt"),
                bad(
                        "base64",
                        edit().part(
                                        disposition("image")
                                                + "\r\nContent-Transfer-Encoding: base64",
                                        new byte[] {'A'}),
                        "image"),
                bad(
                        "nested",
                        edit().part(
                                        disposition("image")
                                                + "\r\nContent-Type: multipart/mixed; boundary=c",
                                        PICTURE),
                        "image"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badForms")
    void aBadFormIsRefusedBeforeAnythingIsHeld(String name, EditForm form, Refusal refusal) {
        for (var path : Caller.EDITS) {
            refusal.assertIn(caller.post(path, form));
        }
        caller.assertUntouched(CREDITS);
    }

    @Test
    void anUnknownModelIsNotFound() {
        var form = EditForm.of("dall-e-9").file("image", PICTURE);
        for (var path : Caller.EDITS) {
            var answer = caller.post(path, form);
            Refusal.of(404, "model_not_found", "model").assertIn(answer);
        }
        caller.assertUntouched(CREDITS);
    }

    @Test
    void aRefusalNamesTheModelsThatCan() {
        var masked = EditForm.of("nano-banana").file("image", PICTURE).file("mask", PICTURE);
        var mask = message(caller.post(Caller.EDITS.getFirst(), masked));
        assertTrue(mask.contains("gpt-image-2, gpt-image-1.5"), mask);
        var two = EditForm.of("sd3.5-large").file("image", PICTURE).file("image", PICTURE);
        var image = message(caller.post(Caller.EDITS.getFirst(), two));
        assertTrue(image.contains("1 input image"), image);
        assertTrue(image.contains("gemini-2.5-flash-image"), image);
    }

    @Test
    void asyncInTheQueryIsRefused() {
        var form = edit().file("image", PICTURE);
        var answer = caller.post(Caller.EDITS.getFirst() + "?async=true", form);
        Refusal.of(400, "unsupported_parameter", "async").assertIn(answer);
        caller.assertUntouched(CREDITS);
    }

    private static Arguments bad(String name, EditForm form, String parameter) {
        return bad(name, form, "invalid_value", parameter);
    }

    private static Arguments bad(String name, EditForm form, String code, String parameter) {
        return Arguments.of(name, form, Refusal.of(400, code, parameter));
    }

    private static String message(Answer answer) {
        return answer.json().object("error").string("message");
    }
}
