package dev.pixapi.form;

import static dev.pixapi.form.TestingForm.disposition;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pixapi.api.HttpRequest;
import dev.pixapi.form.Form.FilePart;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

class FormReaderTest {
    /** With everything that could be taken for a boundary, and not a single text. */
    private static final byte[] PICTURE =
            "\u0000\r\n--\r\n----x7kQ\r\n\r\n--\r\n".getBytes(StandardCharsets.UTF_16);

    @Test
    void textsAndFilesAreReadAsTheyWereSent() {
        var form =
                read(
                        new TestingForm()
                                .text("prompt", "a fox ä🦊\r\n")
                                .file("image", "fox.png", PICTURE)
                                .text("n", "2")
                                .request());
        assertEquals(Map.of("prompt", "a fox ä🦊\r\n", "n", "2"), form.fields());
        assertEquals(List.of("image fox.png"), names(form));
        assertArrayEquals(PICTURE, form.files().getFirst().bytes());
    }

    /** OpenAI's SDK for Java sends files without a file name and texts with a content type. */
    @Test
    void theNameAloneTellsWhetherAPartIsAFile() {
        var octets = "\r\nContent-Type: application/octet-stream";
        var form =
                read(
                        new TestingForm()
                                .part(disposition("image[]") + octets, PICTURE)
                                .part(
                                        disposition("prompt")
                                                + "\r\nContent-Type: text/plain; charset=utf-8",
                                        "ä".getBytes(StandardCharsets.UTF_8))
                                .part(
                                        disposition("user") + "; filename=\"u.bin\"" + octets,
                                        "me".getBytes(StandardCharsets.UTF_8))
                                .request());
        assertEquals(Map.of("prompt", "ä", "user", "me"), form.fields());
        assertEquals(List.of("image[] "), names(form));
    }

    @Test
    void filesKeepTheirOrderAndAnEmptyOneStaysOne() {
        var form =
                read(
                        new TestingForm()
                                .file("image[]", "b", new byte[] {2})
                                .file("image[]", "a", new byte[0])
                                .file("mask", "", new byte[] {1})
                                .request());
        assertEquals(List.of("image[] b", "image[] a", "mask "), names(form));
        assertEquals(0, form.files().get(1).bytes().length);
    }

    @Test
    void ofATextThatIsThereTwiceTheLastCounts() {
        var form = read(new TestingForm().text("n", "1").text("n", "2").request());
        assertEquals(Map.of("n", "2"), form.fields());
    }

    @Test
    void aFileThatNobodyAskedForIsSkipped() {
        var form =
                read(
                        new TestingForm()
                                .file("document", "a.pdf", new byte[] {(byte) 0xFF})
                                .file("movie", "a.mp4", new byte[FormReader.LONGEST_TEXT + 1])
                                .text("n", "1")
                                .request());
        assertEquals(Map.of("n", "1"), form.fields());
        assertEquals(List.of(), form.files());
    }

    static Stream<HttpRequest> unusualForms() {
        var body = new TestingForm().text("n", "1").bytes();
        return Stream.of(
                TestingForm.request("multipart/form-data; boundary=\"----x7kQ2\"", body),
                TestingForm.request("Multipart/Form-Data; charset=utf-8;BOUNDARY=----x7kQ2", body),
                new TestingForm().raw("A preamble.\r\n").text("n", "1").request(),
                new TestingForm().text("n", "1").raw("------x7kQ2--\r\nAn epilogue.").cutOff(),
                new TestingForm().text("n", "1").raw("------x7kQ2--").cutOff(),
                new TestingForm("=_a'()+,-./:?z".repeat(5)).text("n", "1").quoted(),
                TestingForm.part("content-disposition:form-data;name=n"),
                TestingForm.part("Content-Disposition: Form-Data; NAME=\"n\""),
                TestingForm.part("Content-Disposition: form-data;\r\n name=\"n\""),
                TestingForm.part("X-Other: " + "x".repeat(3900) + "\r\n" + disposition("n")),
                TestingForm.part(disposition("n") + "\r\nContent-Length: 1\r\nContent-Type:"),
                TestingForm.part(disposition("n") + "\r\nContent-Transfer-Encoding: Binary"));
    }

    @ParameterizedTest
    @MethodSource("unusualForms")
    void anUnusualFormIsReadAllTheSame(HttpRequest request) {
        assertEquals(Map.of("n", "1"), read(request).fields());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 64})
    void theMostPartsAreRead(int count) {
        assertEquals(count, read(TestingForm.many(count)).fields().size());
    }

    @Test
    void theLongestTextIsRead() {
        var text = "x".repeat(FormReader.LONGEST_TEXT);
        assertEquals(Map.of("n", text), read(new TestingForm().text("n", text).request()).fields());
    }

    /** The parser reads by blocks of some KB: files end at, before and behind each end of one. */
    @Test
    void filesOfAnyLengthAreReadByteForByte() {
        var random = new Random(7);
        for (var length = 3_900; length < 4_300; length++) {
            var bytes = new byte[length];
            random.nextBytes(bytes);
            bytes[length - 1] = '\r';
            var form = read(new TestingForm().file("image", "", bytes).text("n", "1").request());
            assertArrayEquals(bytes, form.files().getFirst().bytes());
            assertEquals(Map.of("n", "1"), form.fields());
        }
    }

    private static Form read(HttpRequest request) {
        return FormReader.read(request, List.of("image", "image[]", "mask")::contains);
    }

    private static List<String> names(Form form) {
        return form.files().stream().map(FormReaderTest::names).toList();
    }

    private static String names(FilePart file) {
        return file.name() + " " + file.fileName();
    }
}
