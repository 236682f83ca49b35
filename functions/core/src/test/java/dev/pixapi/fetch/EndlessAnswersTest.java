package dev.pixapi.fetch;

import static dev.pixapi.fetch.TestingFetcher.refusal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** A server that never stops is left at the limit. */
class EndlessAnswersTest {
    private static final int MEGABYTE = 1024 * 1024;
    private static final byte[] A_LOT = TestingWire.bytes("a".repeat(8_192));
    private static final String OK = "HTTP/1.1 200 OK\r\n";

    private static final FetchLimits LIMITS =
            new FetchLimits(Duration.ofSeconds(3), Duration.ofSeconds(8), MEGABYTE);

    @Test
    void anEndlessBodyEndsAtTheLimit() throws IOException {
        var counted = new AtomicLong();
        try (var wire = new TestingWire(endless(OK + "\r\n", A_LOT))) {
            var thrown =
                    assertThrows(
                            FetchRefused.class,
                            () -> TestingFetcher.of(LIMITS).fetch(wire.url(), counted::addAndGet));

            assertEquals("is larger than 1 MB", thrown.getMessage());
            assertTrue(counted.get() <= MEGABYTE, () -> "counted " + counted);
        }
    }

    @Test
    void endlessChunksEndAtTheLimit() throws IOException {
        var chunk = "2000\r\n" + "a".repeat(8_192) + "\r\n";
        var head = OK + "Transfer-Encoding: chunked\r\n\r\n";
        try (var wire = new TestingWire(endless(head, TestingWire.bytes(chunk)))) {
            assertEquals("is larger than 1 MB", refusal(wire.url(), LIMITS));
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
        try (var wire = new TestingWire(endless(head, A_LOT))) {
            assertTrue(refusal(wire.url(), LIMITS).startsWith("answered with "), head);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"X: y\r\n", "\r\nHTTP/1.1 103 Early Hints\r\n"})
    void endlessHeadersEnd(String again) throws IOException {
        var head = "HTTP/1.1 103 Early Hints\r\n";
        try (var wire = new TestingWire(endless(head, TestingWire.bytes(again.repeat(99))))) {
            assertEquals("answered with headers that are too long", refusal(wire.url(), LIMITS));
        }
    }

    private static TestingWire.Script endless(String head, byte[] again) {
        return (_, out) -> {
            TestingWire.say(out, head);
            while (!Thread.currentThread().isInterrupted()) {
                out.write(again);
            }
        };
    }
}
