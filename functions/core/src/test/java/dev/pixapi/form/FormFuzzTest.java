package dev.pixapi.form;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;

import dev.pixapi.api.ApiException;
import dev.pixapi.form.Form.FilePart;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Whatever comes is a form within its limits or a refusal with a 4xx; and what was read, written
 * again, is read as the same.
 */
class FormFuzzTest {
    private static final String BOUNDARY = "p8vEr2xQ";
    private static final Form EMPTY = new Form(Map.of(), List.of());

    /**
     * @param input a Content-Type, a line feed, and the body
     */
    @FuzzTest
    @DictionaryEntries({
        "multipart/form-data; boundary=",
        "\\x0D\\x0A--b\\x0D\\x0A",
        "\\x0D\\x0A--b--\\x0D\\x0A",
        "\\x0D\\x0A\\x0D\\x0A",
        "Content-Disposition: form-data; name=",
        "filename=",
        "image[]",
        "Content-Type: ",
        "Content-Transfer-Encoding: "
    })
    void anyBytesAreAFormOrRefused(byte[] input) {
        var end = 0;
        while (end < input.length && input[end] != '\n') {
            end++;
        }
        var type = new String(input, 0, end, StandardCharsets.ISO_8859_1);
        var body = Arrays.copyOfRange(input, Math.min(end + 1, input.length), input.length);
        try {
            var request = TestingForm.request(type, body);
            assertReadAgain(FormReader.read(request, FormFuzzTest::isFile));
        } catch (ApiException refusal) {
            assertEquals(400, refusal.code().status());
            assertTrue(refusal.getMessage().length() < 500, refusal.getMessage());
        }
    }

    private static boolean isFile(String name) {
        return name.startsWith("image");
    }

    private static void assertReadAgain(Form form) {
        assertTrue(form.fields().size() + form.files().size() <= 64);
        var written = new TestingForm(BOUNDARY);
        form.fields().forEach((name, text) -> written.text(safe(name), text));
        form.files().forEach(file -> written.file(safe(file.name()), "", file.bytes()));
        if (form.equals(EMPTY) || holdsBoundary(form)) {
            return;
        }
        var again = FormReader.read(written.request(), FormFuzzTest::isFile);
        assertEquals(form.files().size(), again.files().size());
        for (var i = 0; i < form.files().size(); i++) {
            assertSame(form.files().get(i), again.files().get(i));
        }
        form.fields().forEach((name, text) -> assertEquals(text, again.fields().get(safe(name))));
    }

    private static boolean holdsBoundary(Form form) {
        return Stream.concat(
                        form.fields().values().stream(),
                        form.files().stream()
                                .map(file -> new String(file.bytes(), StandardCharsets.ISO_8859_1)))
                .anyMatch(content -> content.contains(BOUNDARY));
    }

    private static void assertSame(FilePart one, FilePart other) {
        assertEquals(safe(one.name()), other.name());
        assertArrayEquals(one.bytes(), other.bytes());
    }

    /** The characters that every client writes alike, and different names stay different. */
    private static String safe(String name) {
        var safe = new StringBuilder(name.startsWith("image") ? "image" : "");
        name.chars().limit(40).forEach(c -> safe.append(Integer.toHexString(c)).append('.'));
        return safe.toString();
    }
}
