package dev.pixapi.local.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pixapi.image.Dimensions;
import dev.pixapi.image.ImageFormat;
import dev.pixapi.local.TestingSystem;
import dev.pixapi.local.TestingSystem.Answer;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;

/** Files that come with the request, as parts of a form. */
class FormsTest {
    private static final byte[] PNG = Pictures.png();
    private static final String FILE = "form-data; name=\"file\"; filename=\"a.png\"";
    private static final String BOUNDARY = "--x";

    private static TestingSystem system;

    private final String key = system.testKey(0);

    @BeforeAll
    static void start() {
        system = TestingSystem.start();
    }

    @AfterAll
    static void stop() {
        system.close();
    }

    @ParameterizedTest
    @EnumSource
    void aFileIsReadyAtOnce(ImageFormat format) {
        var image = Pictures.of(format, new Dimensions(16, 9));
        var answer = post(new Form().part(FILE, image));
        assertEquals(200, answer.status(), () -> text(answer));
        var file = answer.json();
        assertEquals("processed", file.string("status"));
        assertEquals(format.mediaType(), file.string("media_type"));
        assertEquals("16x9", file.string("size"));
        assertEquals("a.png", file.string("filename"));
        assertEquals("vision", file.string("purpose"));
        assertEquals(image.length, file.number("bytes"));

        var found = system.get("/v1/files/" + file.string("id"), key);
        assertEquals(text(answer), text(found));
    }

    @Test
    void expiryAndPurposeAreTextsOfTheForm() {
        var answer =
                post(
                        new Form()
                                .part(FILE, PNG)
                                .text("purpose", "assistants")
                                .text("expires_after[anchor]", "created_at")
                                .text("expires_after[seconds]", "2592000"));
        var file = answer.json();
        assertEquals("assistants", file.string("purpose"));
        assertEquals(2_592_000, file.number("expires_at") - file.number("created_at"));
    }

    @Test
    void aFileWithoutANameIsNamedByItsType() {
        var file = post(new Form().part("form-data; name=\"file\"", PNG)).json();
        assertEquals("image.png", file.string("filename"));
    }

    static Stream<Arguments> hostile() {
        var behind = Arrays.copyOf(PNG, 2 * PNG.length);
        System.arraycopy(PNG, 0, behind, PNG.length, PNG.length);
        var script = "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>";
        return Stream.of(
                Arguments.of("nothing", new byte[0]),
                Arguments.of("a signature alone", Arrays.copyOf(PNG, 8)),
                Arguments.of("the first half", Arrays.copyOf(PNG, PNG.length / 2)),
                Arguments.of("two in one", behind),
                Arguments.of("a script", script.getBytes(StandardCharsets.UTF_8)),
                Arguments.of("a bomb", Pictures.claiming(new Dimensions(10_000, 9_000))),
                Arguments.of("no end", Pictures.claiming(new Dimensions(1, Integer.MAX_VALUE))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostile")
    void whatIsNoImageToStartFromIsRefused(String what, byte[] bytes) {
        var answer = post(new Form().part(FILE, bytes));
        assertEquals(400, answer.status(), () -> what + ": " + text(answer));
        assertRefused("invalid_image", "file", answer);
    }

    @ParameterizedTest
    @CsvSource({
        "purpose,                fine-tune",
        "purpose,                ''",
        "expires_after[anchor],  last_active_at",
        "expires_after[seconds], 3599",
        "expires_after[seconds], 2592001",
        "expires_after[seconds], an hour",
        "expires_after[seconds], 99999999999999999999",
    })
    void aTextThatIsNotWhatItMustBeIsNamed(String name, String value) {
        var form = new Form().part(FILE, PNG).text(name, value);
        assertRefused("invalid_value", name, post(form));
    }

    @Test
    void anExpiryNeedsItsSeconds() {
        var form = new Form().part(FILE, PNG).text("expires_after[anchor]", "created_at");
        assertRefused("missing_required_parameter", "expires_after[seconds]", post(form));
    }

    @Test
    void oneFileIsTaken() {
        assertRefused(
                "missing_required_parameter", "file", post(new Form().text("purpose", "vision")));
        assertRefused("invalid_value", "file", post(new Form().part(FILE, PNG).part(FILE, PNG)));
    }

    @Test
    void aNameOf256CharactersIsTooLong() {
        var longest = FILE.replace("a.png", "a".repeat(255));
        assertEquals(200, post(new Form().part(longest, PNG)).status());
        var form = new Form().part(FILE.replace("a.png", "a".repeat(256)), PNG);
        assertRefused("invalid_value", "filename", post(form));
    }

    @Test
    void aFileThatIsTooLargeForARequestIsToldTheOtherWay() {
        var png = Pictures.of(ImageFormat.PNG, new Dimensions(1_450, 1_450));
        var answer = post(new Form().part(FILE, png));
        assertEquals(413, answer.status());
        var message = answer.json().object("error").string("message");
        assertTrue(message.contains("declare it with POST /v1/files"), message);
    }

    private static void assertRefused(String code, String parameter, Answer answer) {
        assertEquals(400, answer.status(), () -> text(answer));
        var error = answer.json().object("error");
        assertEquals(code, error.string("code"), () -> text(answer));
        assertEquals(parameter, error.string("param"));
        assertTrue(error.string("message").startsWith("'" + parameter + "'"), () -> text(answer));
    }

    private Answer post(Form form) {
        return system.send(
                system.request("/v1/files", key)
                        .header("Content-Type", "multipart/form-data; boundary=x")
                        .POST(BodyPublishers.ofByteArray(form.bytes())));
    }

    private static String text(Answer answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    /** A form as it goes over the wire. */
    private static final class Form {
        private final ByteArrayOutputStream body = new ByteArrayOutputStream();

        Form part(String disposition, byte[] content) {
            write(BOUNDARY + "\r\nContent-Disposition: " + disposition + "\r\n\r\n");
            body.writeBytes(content);
            write("\r\n");
            return this;
        }

        Form text(String name, String value) {
            return part("form-data; name=\"" + name + "\"", value.getBytes(StandardCharsets.UTF_8));
        }

        byte[] bytes() {
            write(BOUNDARY + "--\r\n");
            return body.toByteArray();
        }

        private void write(String text) {
            body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
        }
    }
}
