package dev.pixapi.fetch;

import static dev.pixapi.fetch.TestingFetcher.PUBLIC;
import static dev.pixapi.fetch.TestingFetcher.refusal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/** A server that keeps who asks it waiting: the fetch ends within its time. */
class SlowServerTest {
    private static final FetchLimits SHORT =
            new FetchLimits(Duration.ofSeconds(3), Duration.ofMillis(600), 1024 * 1024);

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
                    TestingWire.say(out, head);
                    for (var i = 0; i < 100; i++) {
                        Thread.sleep(50);
                        TestingWire.say(out, "a");
                    }
                };
        try (var wire = new TestingWire(drip)) {
            assertTakesTooLong(wire.port());
        }
    }

    @Test
    void redirectsShareOneDeadline() throws IOException {
        try (var host = TestingHost.on("127.0.0.1")) {
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
        try (var silent = new ServerSocket(0, 5, PUBLIC)) {
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
            var fetcher = TestingFetcher.of(silent, SHORT);
            assertTakesTooLong(fetcher, "https://images.example.com:4433/");
        } finally {
            answered.countDown();
        }
    }

    @Test
    void aServerWithoutTlsReadsLikeAClosedPort() throws IOException {
        try (var plain = new ServerSocket(0, 5, PUBLIC)) {
            Thread.ofVirtual()
                    .start(
                            () -> {
                                try (var socket = plain.accept()) {
                                    TestingWire.say(
                                            socket.getOutputStream(), "HTTP/1.1 200 OK\r\n\r\n");
                                } catch (IOException failure) {
                                    throw new IllegalStateException(failure);
                                }
                            });
            var url = "https://images.example.com:" + plain.getLocalPort() + "/";
            assertEquals(FetchRefused.unreachable().getMessage(), refusal(url));
        }
    }

    private static void assertTakesTooLong(int port) {
        assertTakesTooLong(TestingFetcher.of(SHORT), "https://images.example.com:" + port + "/");
    }

    private static void assertTakesTooLong(LinkFetcher fetcher, String url) {
        var began = System.nanoTime();
        var thrown = assertThrows(FetchRefused.class, () -> fetcher.fetch(url, _ -> {}));
        var took = Duration.ofNanos(System.nanoTime() - began);

        assertEquals("took longer than 0.6 s", thrown.getMessage());
        assertTrue(took.toMillis() >= 600 && took.toMillis() < 4_000, took::toString);
    }

    private static void pause(Duration time) throws IOException {
        try {
            Thread.sleep(time);
        } catch (InterruptedException interruption) {
            throw new IOException(interruption);
        }
    }
}
