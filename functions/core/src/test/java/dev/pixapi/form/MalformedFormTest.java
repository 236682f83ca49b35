package dev.pixapi.form;

import static dev.pixapi.form.TestingForm.disposition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.pixapi.api.ApiException;
import dev.pixapi.api.ErrorCode;
import dev.pixapi.api.HttpRequest;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.Optional;
import java.util.stream.Stream;

/** What no form reader can make sense of, or should try to. */
class MalformedFormTest {
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
                Arguments.of(
                        "without a colon", TestingForm.part(disposition("n") + "\r\nnonsense")),
                Arguments.of(
                        "without Content-Disposition",
                        TestingForm.part("Content-Type: text/plain")),
                Arguments.of(
                        "without Content-Disposition",
                        TestingForm.part("Content-Disposition: form-data")),
                Arguments.of(
                        "without Content-Disposition",
                        TestingForm.part("Content-Disposition: form-data; name=\"\"")),
                Arguments.of(
                        "without Content-Disposition",
                        TestingForm.part("Content-Disposition: attachment; name=\"n\"")),
                Arguments.of(
                        "cannot be decoded", TestingForm.part(disposition("=?utf-8?B?w6=Q?="))),
                Arguments.of("longer than 200", TestingForm.part(disposition("n".repeat(201)))),
                Arguments.of(
                        "longer than 4 KB",
                        TestingForm.part(
                                "X-Other: " + "x".repeat(4096) + "\r\n" + disposition("n"))),
                Arguments.of("more than 64 parts", TestingForm.many(65)));
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
                        TestingForm.part(
                                disposition("n")
                                        + "\r\nContent-Type: multipart/mixed; boundary=i")),
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

    private static void refused(Optional<String> parameter, String message, HttpRequest request) {
        var refusal = assertThrows(ApiException.class, () -> FormReader.read(request, _ -> false));
        assertEquals(ErrorCode.INVALID_VALUE, refusal.code());
        assertEquals(parameter, refusal.parameter());
        assertEquals(true, refusal.getMessage().contains(message), refusal.getMessage());
    }

    private static HttpRequest coded(String coding) {
        return TestingForm.part(disposition("n") + "\r\nContent-Transfer-Encoding: " + coding);
    }

    private static HttpRequest of(String parameter, byte[] body) {
        return TestingForm.request("multipart/form-data; " + parameter, body);
    }

    private static int indexOf(byte[] bytes, byte wanted) {
        var i = 0;
        while (bytes[i] != wanted) {
            i++;
        }
        return i;
    }
}
