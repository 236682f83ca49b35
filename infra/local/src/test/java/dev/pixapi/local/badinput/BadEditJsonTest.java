package dev.pixapi.local.badinput;

import static dev.pixapi.local.badinput.EditForm.PICTURE;
import static dev.pixapi.local.badinput.EditForm.png;

import dev.pixapi.local.TestingSystem;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Edits as JSON: what is wrong costs nothing. */
@ExtendWith(OneSystem.class)
class BadEditJsonTest {
    private static final int CREDITS = 100;

    private static TestingSystem system;

    private final Caller caller = Caller.of(system, CREDITS);

    @BeforeAll
    static void use(TestingSystem shared) {
        system = shared;
    }

    static Stream<Arguments> badJson() {
        var data = EditJson.dataUrl(PICTURE);
        return Stream.of(
                bad(Map.of(), "missing_required_parameter", "image"),
                bad(Map.of("image", List.of()), "missing_required_parameter", "image"),
                bad(Map.of("image", 5), "invalid_value", "image"),
                bad(Map.of("image", Arrays.asList(data, null)), "invalid_value", "image[1]"),
                bad(Map.of("image", data, "images", List.of(data)), "invalid_value", "images"),
                bad(Map.of("images", List.of(Map.of())), "invalid_value", "images[0]"),
                bad(Map.of("image", "data:image/png,x"), "invalid_image", "image"),
                bad(Map.of("image", "data:image/png;base64,AAAA"), "invalid_image", "image"),
                bad(
                        Map.of("images", List.of(Map.of("image_url", data + "*"))),
                        "invalid_image",
                        "images[0].image_url"),
                bad(
                        Map.of("image", data, "mask", EditJson.dataUrl(png(1, 1))),
                        "invalid_image",
                        "mask"),
                bad(Map.of("image", data, "mask", 5), "invalid_value", "mask"),
                bad(Map.of("image", Collections.nCopies(17, data)), "invalid_value", "image"),
                bad(Map.of("image", data, "n", "2"), "invalid_value", "n"),
                bad(Map.of("image", data, "async", true), "unsupported_parameter", "async"),
                bad(
                        Map.of("image", data, "model", "nano-banana-pro", "mask", data),
                        "unsupported_parameter",
                        "mask"),
                bad(
                        Map.of("images", List.of(data, data), "model", "sd3.5-large"),
                        "unsupported_parameter",
                        "image"));
    }

    @ParameterizedTest(name = "{1} {2}, {index}")
    @MethodSource("badJson")
    void badJsonIsRefusedBeforeAnythingIsHeld(byte[] body, String code, String parameter) {
        for (var path : Caller.EDITS) {
            Refusal.of(400, code, parameter).assertIn(caller.post(path, body));
        }
        caller.assertUntouched(CREDITS);
    }

    private static Arguments bad(Map<String, ?> fields, String code, String parameter) {
        return Arguments.of(EditJson.of(fields), code, parameter);
    }
}
