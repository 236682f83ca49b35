package dev.pixapi.form;

import static dev.pixapi.form.TestingForm.disposition;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.pixapi.api.ApiException;
import dev.pixapi.api.ErrorCode;
import dev.pixapi.api.HttpRequest;
import dev.pixapi.form.Form.FilePart;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
                part("content-disposition:form-data;name=n"),
                part("Content-Disposition: Form-Data; NAME=\"n\""),
                part("Content-Disposition: form-data;\r\n name=\"n\""),
                part("X-Other: " + "x".repeat(3900) + "\r\n" + disposition("n")),
                part(disposition("n") + "\r\nContent-Length: 1\r\nContent-Type:"),
                part(disposition("n") + "\r\nContent-Transfer-Encoding: Binary"));
    }

    @ParameterizedTest
    @MethodSource("unusualForms")
    void anUnusualFormIsReadAllTheSame(HttpRequest request) {
        assertEquals(Map.of("n", "1"), read(request).fields());
    }

    static Stream<Arguments> malformedForms() {
        var good = new TestingForm().text("n", "1").bytes();
        return Stream.of(
                Arguments.of(
                        "must have a boundary", TestingForm.request("multipart/form-data", good)),
                Arguments.of("must have a boundary", of("boundary", good)),
                Arguments.of("must have a boundary", of("boundary=", good)),
                Arguments.of("must have a boundary", of("boundary=\"\"", good)),
                Arguments.of("must have a boundary", of("boundary=" + "b".repeat(71), good)),
                Arguments.of("has no parts", of("boundary=other", good)),
                Arguments.of("has no parts", new TestingForm().request()),
                Arguments.of("has no parts", new TestingForm().cutOff()),
                Arguments.of("has no parts", new TestingForm().raw("{\"n\": 1}").cutOff()),
                Arguments.of("is cut off", new TestingForm().text("n", "1").cutOff()),
                Arguments.of("is cut off", new TestingForm().raw("------x7kQ2\r\n").cutOff()),
                Arguments.of(
                        "is cut off",
                        new TestingForm().text("n", "1").raw("------x7kQ2-").cutOff()),
                Arguments.of(
                        "is cut off",
                        new TestingForm().text("n", "1").raw("------x7kQ2x\r\n").request()),
                Arguments.of("without a colon", part(disposition("n") + "\r\nnonsense")),
                Arguments.of("without Content-Disposition", part("Content-Type: text/plain")),
                Arguments.of("without Content-Disposition", part("Content-Disposition: form-data")),
                Arguments.of(
                        "without Content-Disposition",
                        part("Content-Disposition: form-data; name=\"\"")),
                Arguments.of(
                        "without Content-Disposition",
                        part("Content-Disposition: attachment; name=\"n\"")),
                Arguments.of("cannot be decoded", part(disposition("=?utf-8?B?w6=Q?="))),
                Arguments.of("longer than 200", part(disposition("n".repeat(201)))),
                Arguments.of(
                        "longer than 4 KB",
                        part("X-Other: " + "x".repeat(4096) + "\r\n" + disposition("n"))),
                Arguments.of("more than 64 parts", many(65)));
    }

    @ParameterizedTest(name = "{0}, {index}")
    @MethodSource("malformedForms")
    void aMalformedFormIsRefusedAsAWhole(String message, HttpRequest request) {
        refused(Optional.empty(), message, request);
    }

    static Stream<Arguments> refusedParts() {
        return Stream.of(
                Arguments.of("without a Content-Transfer-Encoding", coded("base64")),
                Arguments.of("without a Content-Transfer-Encoding", coded("quoted-printable")),
                Arguments.of(
                        "must not be multipart",
                        part(disposition("n") + "\r\nContent-Type: multipart/mixed; boundary=i")),
                Arguments.of(
                        "at most 256 KB",
                        new TestingForm()
                                .text("n", "x".repeat(FormReader.LONGEST_TEXT + 1))
                                .request()),
                Arguments.of(
                        "must be text in UTF-8",
                        new TestingForm()
                                .part(disposition("n"), new byte[] {'a', (byte) 0xE4, 'b'})
                                .request()));
    }

    @ParameterizedTest(name = "{0}, {index}")
    @MethodSource("refusedParts")
    void aPartThatCannotBeReadIsRefusedByItsName(String message, HttpRequest request) {
        refused(Optional.of("n"), message, request);
    }

    @Test
    void aHeaderThatIsNoUtf8IsRefused() {
        var body = new TestingForm().text("nä", "1").bytes();
        body[indexOf(body, (byte) 0xC3)] = 'x';
        refused(
                Optional.empty(),
                "no UTF-8",
                TestingForm.request(new TestingForm().contentType(), body));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 64})
    void theMostPartsAreRead(int count) {
        assertEquals(count, read(many(count)).fields().size());
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

    private static void refused(Optional<String> parameter, String message, HttpRequest request) {
        var refusal = assertThrows(ApiException.class, () -> read(request));
        assertEquals(ErrorCode.INVALID_VALUE, refusal.code());
        assertEquals(parameter, refusal.parameter());
        assertEquals(true, refusal.getMessage().contains(message), refusal.getMessage());
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

    private static HttpRequest part(String head) {
        return new TestingForm().part(head, new byte[] {'1'}).request();
    }

    private static HttpRequest coded(String coding) {
        return part(disposition("n") + "\r\nContent-Transfer-Encoding: " + coding);
    }

    private static HttpRequest of(String parameter, byte[] body) {
        return TestingForm.request("multipart/form-data; " + parameter, body);
    }

    private static HttpRequest many(int count) {
        var form = new TestingForm();
        for (var i = 0; i < count; i++) {
            form.text("n" + i, "1");
        }
        return form.request();
    }

    private static int indexOf(byte[] bytes, byte wanted) {
        var i = 0;
        while (bytes[i] != wanted) {
            i++;
        }
        return i;
    }
}
