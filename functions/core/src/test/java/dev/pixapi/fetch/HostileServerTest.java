package dev.pixapi.fetch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;

import javax.net.ssl.SSLContext;

/** What a server can do to who asks it: each ends within the time and the bytes of a fetch. */
class HostileServerTest {
    private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");
    private static final int MEGABYTE = 1024 * 1024;
    private static final byte[] A_LOT = bytes("a".repeat(8_192));
    private static final String OK = "HTTP/1.1 200 OK\r\n";

    private static final FetchLimits LIMITS =
            new FetchLimits(Duration.ofSeconds(3), Duration.ofSeconds(8), MEGABYTE);
    private static final FetchLimits SHORT =
            new FetchLimits(Duration.ofSeconds(3), Duration.ofMillis(600), MEGABYTE);

    private static SSLContext tls;

    @BeforeAll
    static void makeCertificate(@TempDir Path folder) throws IOException, InterruptedException {
        tls = TestingTls.make(folder);
    }

    @Test
    void itIsAskedForAnImageAndToldNothingElse() throws IOException {
        try (var wire = TestingWire.saying(tls, OK + "Content-Length: 1\r\n\r\nx")) {
            var url = "https://Images.Example.com:" + wire.port() + "/kätzchen?a=%20#part";
            fetcher(LIMITS).fetch(url, _ -> {});

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
            assertArrayEquals(bytes("abc"), answered(said), name);
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
                    say(out, OK + "Content-Length: 100000\r\n\r\nabc");
                    socket.setSoLinger(true, 0);
                };
        try (var wire = new TestingWire(tls, reset)) {
            assertEquals("broke off", refusal(wire, LIMITS));
        }
    }

    @Test
    void anEndlessBodyEndsAtTheLimit() throws IOException {
        var counted = new AtomicLong();
        try (var wire = new TestingWire(tls, endless(OK + "\r\n", A_LOT))) {
            var thrown =
                    assertThrows(
                            FetchRefused.class,
                            () -> fetcher(LIMITS).fetch(url(wire), counted::addAndGet));

            assertEquals("is larger than 1 MB", thrown.getMessage());
            assertTrue(counted.get() <= MEGABYTE, () -> "counted " + counted);
        }
    }

    @Test
    void endlessChunksEndAtTheLimit() throws IOException {
        var chunk = "2000\r\n" + "a".repeat(8_192) + "\r\n";
        var head = OK + "Transfer-Encoding: chunked\r\n\r\n";
        try (var wire = new TestingWire(tls, endless(head, bytes(chunk)))) {
            assertEquals("is larger than 1 MB", refusal(wire, LIMITS));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 ",
                "HTTP/1.1 200 OK\r\nX: ",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1;"
            })
    void anEndlessLineEnds(String head) throws IOException {
        try (var wire = new TestingWire(tls, endless(head, A_LOT))) {
            assertTrue(refusal(wire, LIMITS).startsWith("answered with "), head);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"X: y\r\n", "\r\nHTTP/1.1 103 Early Hints\r\n"})
    void endlessHeadersEnd(String again) throws IOException {
        var head = "HTTP/1.1 103 Early Hints\r\n";
        try (var wire = new TestingWire(tls, endless(head, bytes(again.repeat(99))))) {
            assertEquals("answered with headers that are too long", refusal(wire, LIMITS));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "HTTP/1.1 200 OK\r\nX: ",
                "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n",
                "HTTP/1.1 200 OK\r\n\r\n"
            })
    void aByteNowAndThenDoesNotProlongTheFetch(String head) throws IOException {
        TestingWire.Script drip =
                (_, out) -> {
                    say(out, head);
                    for (var i = 0; i < 100; i++) {
                        Thread.sleep(50);
                        say(out, "a");
                    }
                };
        try (var wire = new TestingWire(tls, drip)) {
            assertTakesTooLong(wire.port());
        }
    }

    @Test
    void redirectsShareOneDeadline() throws IOException {
        try (var host = TestingHost.on(tls, "127.0.0.1")) {
            host.with(
                    "/",
                    exchange -> {
                        pause(Duration.ofMillis(300));
                        exchange.getResponseHeaders().add("Location", "/again");
                        TestingHost.answer(exchange, 302, new byte[0]);
                    });
            assertTakesTooLong(host.port());
        }
    }

    @Test
    void aServerThatNeverShakesHandsIsLeft() throws IOException {
        try (var silent = new ServerSocket(0, 5, LOOPBACK)) {
            assertTakesTooLong(silent.getLocalPort());
        }
    }

    /** The lookup cannot be ended, but it is not waited for. */
    @Test
    void aNameServerThatSaysNothingIsLeft() {
        var answered = new CountDownLatch(1);
        Lookup.Resolver silent =
                _ -> {
                    try {
                        answered.await();
                    } catch (InterruptedException interruption) {
                        throw new IllegalStateException(interruption);
                    }
                    throw new UnknownHostException();
                };
        try {
            var fetcher = new LinkFetcher(guard(silent), tls.getSocketFactory(), SHORT);
            assertTakesTooLong(fetcher, "https://images.example.com:4433/");
        } finally {
            answered.countDown();
        }
    }

    @Test
    void aServerWithoutTlsReadsLikeAClosedPort() throws IOException {
        try (var plain = new ServerSocket(0, 5, LOOPBACK)) {
            Thread.ofVirtual()
                    .start(
                            () -> {
                                try (var socket = plain.accept()) {
                                    say(socket.getOutputStream(), OK + "\r\n");
                                } catch (IOException failure) {
                                    throw new IllegalStateException(failure);
                                }
                            });
            var url = "https://images.example.com:" + plain.getLocalPort() + "/";
            var thrown =
                    assertThrows(FetchRefused.class, () -> fetcher(LIMITS).fetch(url, _ -> {}));
            assertEquals(FetchRefused.unreachable().getMessage(), thrown.getMessage());
        }
    }

    private static void assertTakesTooLong(int port) {
        assertTakesTooLong(fetcher(SHORT), "https://images.example.com:" + port + "/");
    }

    private static void assertTakesTooLong(LinkFetcher fetcher, String url) {
        var began = System.nanoTime();
        var thrown = assertThrows(FetchRefused.class, () -> fetcher.fetch(url, _ -> {}));
        var took = Duration.ofNanos(System.nanoTime() - began);

        assertEquals("took longer than 0.6 s", thrown.getMessage());
        assertTrue(took.toMillis() >= 600 && took.toMillis() < 4_000, took::toString);
    }

    private static byte[] answered(String said) throws IOException {
        try (var wire = TestingWire.saying(tls, said)) {
            return fetcher(LIMITS).fetch(url(wire), _ -> {});
        }
    }

    private static String refused(String said) throws IOException {
        try (var wire = TestingWire.saying(tls, said)) {
            return refusal(wire, LIMITS);
        }
    }

    private static String refusal(TestingWire wire, FetchLimits limits) {
        return assertThrows(FetchRefused.class, () -> fetcher(limits).fetch(url(wire), _ -> {}))
                .getMessage();
    }

    private static TestingWire.Script endless(String head, byte[] again) {
        return (_, out) -> {
            say(out, head);
            while (!Thread.currentThread().isInterrupted()) {
                out.write(again);
            }
        };
    }

    private static void say(OutputStream out, String text) throws IOException {
        out.write(bytes(text));
        out.flush();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static void pause(Duration time) throws IOException {
        try {
            Thread.sleep(time);
        } catch (InterruptedException interruption) {
            throw new IOException(interruption);
        }
    }

    private static String url(TestingWire wire) {
        return "https://images.example.com:" + wire.port() + "/";
    }

    private static LinkFetcher fetcher(FetchLimits limits) {
        Lookup.Resolver resolver = _ -> new InetAddress[] {LOOPBACK};
        return new LinkFetcher(guard(resolver), tls.getSocketFactory(), limits);
    }

    private static Guard guard(Lookup.Resolver resolver) {
        return new Guard(new Lookup(resolver), LOOPBACK::equals, port -> port > 1_000);
    }
}
