package dev.pixapi.fetch;

import static dev.pixapi.fetch.TestingFetcher.fetch;
import static dev.pixapi.fetch.TestingFetcher.refusal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Against a real web server: what is taken, and what is told of it. */
class LinkFetcherTest {
    private static final LinkFetcher FETCHER = TestingFetcher.of(FetchLimits.STANDARD);
    private static final byte[] IMAGE = TestingFetcher.bytes(300_000);

    private TestingHost host;

    @BeforeEach
    void start() throws IOException {
        host = TestingHost.on("127.0.0.1").withBytes("/cat.png", IMAGE);
    }

    @AfterEach
    void stop() {
        host.close();
    }

    @Test
    void itFetchesTheBytesAndTellsOfEachPiece() throws FetchRefused {
        var pieces = new ArrayList<Integer>();

        assertArrayEquals(IMAGE, FETCHER.fetch(host.url("/cat.png"), pieces::add));

        assertEquals(IMAGE.length, pieces.stream().mapToInt(Integer::intValue).sum());
        assertTrue(pieces.size() > 1);
    }

    @Test
    void aChunkedAnswerIsPutTogether() throws FetchRefused {
        host.with(
                "/chunked.png",
                exchange -> {
                    exchange.sendResponseHeaders(200, 0);
                    exchange.getResponseBody().write(IMAGE);
                });

        assertArrayEquals(IMAGE, fetch(host.url("/chunked.png")));
    }

    @Test
    void anAnswerWithoutBytesIsNoBytes() throws FetchRefused {
        host.withStatus("/empty.png", 200);

        assertEquals(0, fetch(host.url("/empty.png")).length);
    }

    @ParameterizedTest
    @ValueSource(ints = {201, 204, 206, 300, 304, 401, 404, 410, 429, 500, 503})
    void anyOtherStatusIsRefused(int status) {
        host.withStatus("/status", status);

        assertEquals("answered " + status + " instead of 200", refusal(host.url("/status")));
    }

    @Test
    void anImageOfExactlyTheLimitIsTakenAndOneByteMoreIsNot() throws FetchRefused {
        var limits = new FetchLimits(Duration.ofSeconds(3), Duration.ofSeconds(9), IMAGE.length);
        assertArrayEquals(IMAGE, TestingFetcher.of(limits).fetch(host.url("/cat.png"), _ -> {}));

        var less = new FetchLimits(Duration.ofSeconds(3), Duration.ofSeconds(9), IMAGE.length - 1);
        var counted = new AtomicInteger();
        assertThrows(
                FetchRefused.class,
                () -> TestingFetcher.of(less).fetch(host.url("/cat.png"), counted::addAndGet));
        assertEquals(0, counted.get(), "its Content-Length says that it is too large");
    }

    @Test
    void whatTheCallerThrowsEndsTheFetchAndPassesThrough() {
        var enough = new IllegalStateException("enough");
        var calls = new AtomicInteger();

        var thrown =
                assertThrows(
                        IllegalStateException.class,
                        () ->
                                FETCHER.fetch(
                                        host.url("/cat.png"),
                                        _ -> {
                                            calls.incrementAndGet();
                                            throw enough;
                                        }));

        assertSame(enough, thrown);
        assertEquals(1, calls.get());
    }

    @Test
    void manyFetchesAtOnceDoNotMix() throws Exception {
        for (var i = 0; i < 16; i++) {
            host.withBytes("/" + i + ".png", TestingFetcher.bytes(10_000 + i));
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all =
                    IntStream.range(0, 64)
                            .mapToObj(
                                    i ->
                                            threads.submit(
                                                    () ->
                                                            FETCHER.fetch(
                                                                    host.url("/" + i % 16 + ".png"),
                                                                    _ -> {})))
                            .toList();
            for (var i = 0; i < all.size(); i++) {
                assertArrayEquals(TestingFetcher.bytes(10_000 + i % 16), all.get(i).get());
            }
        }
    }
}
