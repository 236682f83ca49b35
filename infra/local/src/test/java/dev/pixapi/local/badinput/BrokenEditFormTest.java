package dev.pixapi.local.badinput;

import static dev.pixapi.local.badinput.EditForm.PICTURE;
import static dev.pixapi.local.badinput.EditForm.disposition;
import static dev.pixapi.local.badinput.EditForm.edit;

import dev.pixapi.local.TestingSystem;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.Arrays;
import java.util.stream.Stream;

/** Edits as forms that nobody can read: they cost nothing. */
@ExtendWith(OneSystem.class)
class BrokenEditFormTest {
    private static final int CREDITS = 100;

    private static TestingSystem system;

    private final Caller caller = Caller.of(system, CREDITS);

    @BeforeAll
    static void use(TestingSystem shared) {
        system = shared;
    }

    static Stream<Arguments> brokenForms() {
        var good = edit().file("image", PICTURE).bytes();
        return Stream.of(
                broken(
                        "a part without a name",
                        edit().part("Content-Type: image/png", PICTURE).bytes()),
                broken(
                        "a header without a colon",
                        edit().part(disposition("image") + "\r\nx", PICTURE).bytes()),
                broken("65 parts", parts(63)),
                broken("cut off in a file", Arrays.copyOf(good, good.length - 20)),
                broken("cut off in a header", Arrays.copyOf(good, 150)),
                broken("no body", new byte[0]),
                broken("no boundary", "multipart/form-data", good),
                broken("another boundary", "multipart/form-data; boundary=c", good),
                broken("a long boundary", "multipart/form-data; boundary=" + "b".repeat(71), good),
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
    @MethodSource("brokenForms")
    void aBrokenFormIsRefusedBeforeAnythingIsHeld(
            String name, String type, byte[] body, Refusal refusal) {
        for (var path : Caller.EDITS) {
            refusal.assertIn(caller.post(path, body, "Content-Type", type));
        }
        caller.assertUntouched(CREDITS);
    }

    private static byte[] parts(int more) {
        var form = edit();
        for (var i = 0; i < more; i++) {
            form.text("n" + i, "1");
        }
        return form.bytes();
    }

    private static Arguments broken(String name, byte[] body) {
        return broken(name, EditForm.TYPE, body);
    }

    private static Arguments broken(String name, String type, byte[] body) {
        return Arguments.of(name, type, body, Refusal.of(400, "invalid_value"));
    }
}
