package dev.pixapi.fetch;

import static dev.pixapi.fetch.TestingFetcher.refusal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.time.Duration;

/** How an answer is read, to the letter: what is no whole answer of a web server is refused. */
class FramingTest {
    private static final String OK = "HTTP/1.1 200 OK\r\n";
    private static final FetchLimits LIMITS =
            new FetchLimits(Duration.ofSeconds(3), Duration.ofSeconds(8), 1024 * 1024);

    @Test
    void itIsAskedForAnImageAndToldNothingElse() throws IOException {
        try (var wire = TestingWire.saying(OK + "Content-Length: 1\r\n\r\nx")) {
            var url = "https://Images.Example.com:" + wire.port() + "/kätzchen?a=%20#part";
            TestingFetcher.of(LIMITS).fetch(url, _ -> {});

            assertEquals(
                    """
                    GET /k%%C3%%A4tzchen?a=%%20 HTTP/1.1
                    Host: images.example.com:%d
                    User-Agent: pixapi/1
                    Accept: image/png,image/jpeg,image/webp
                    Accept-Encoding: identity
                    Connection: close

                    """
                            .formatted(wire.port())
                            .replace("\n", "\r\n"),
                    wire.request());
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "answers.csv", delimiter = '|')
    void anAnswerIsReadAsItIsFramedOrRefused(String name, String rest, String verdict)
            throws IOException {
        var said = OK + rest.translateEscapes();
        if (verdict.equals("taken")) {
            assertArrayEquals(TestingWire.bytes("abc"), answered(said), name);
        } else {
            var message = refused(said);
            assertTrue(message.startsWith(verdict), message);
        }
    }

    @Test
    void interimAnswersArePassedOver() throws IOException {
        var interim = "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: a\r\n\r\n";

        assertEquals(1, answered(interim + OK + "Content-Length: 1\r\n\r\nx").length);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SSH-2.0-OpenSSH_9.6\r\n",
                "220 mail.example.com ESMTP\r\n",
                "HTTP/2 200\r\n\r\nabc",
                "HTTP/1.1 2000 OK\r\n\r\nabc",
                "HTTP/1.1 000 ?\r\n\r\nabc",
                "http/1.1 200 OK\r\n\r\nabc",
                "ICY 200 OK\r\n\r\nabc",
                "\r\n\r\n",
                "\0\0\0\n"
            })
    void whatIsNotHttpIsRefused(String said) throws IOException {
        assertEquals("did not answer as a web server does", refused(said));
    }

    @Test
    void aConnectionThatEndsWithoutAWordIsRefused() throws IOException {
        assertEquals("broke off", refused(""));
    }

    @Test
    void anUpgradeIsRefused() throws IOException {
        assertEquals(
                "answered 101 instead of 200", refused("HTTP/1.1 101 Switching Protocols\r\n\r\n"));
    }

    @Test
    void aResetInTheBodyIsRefused() throws IOException {
        TestingWire.Script reset =
                (socket, out) -> {
                    TestingWire.say(out, OK + "Content-Length: 100000\r\n\r\nabc");
                    socket.setSoLinger(true, 0);
                };
        try (var wire = new TestingWire(reset)) {
            assertEquals("broke off", refusal(wire.url(), LIMITS));
        }
    }

    private static byte[] answered(String said) throws IOException {
        try (var wire = TestingWire.saying(said)) {
            return TestingFetcher.of(LIMITS).fetch(wire.url(), _ -> {});
        }
    }

    private static String refused(String said) throws IOException {
        try (var wire = TestingWire.saying(said)) {
            return refusal(wire.url(), LIMITS);
        }
    }
}
