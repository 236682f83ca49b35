package dev.pixapi.fetch;

import static dev.pixapi.fetch.TestingFetcher.fetch;
import static dev.pixapi.fetch.TestingFetcher.refusal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Where an answer leads is checked as what the caller named. */
class RedirectsTest {
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

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void aRedirectIsFollowed(int status) throws FetchRefused {
        host.withRedirect("/moved", status, "/cat.png?moved=1");

        assertArrayEquals(IMAGE, fetch(host.url("/moved")));
        assertEquals(List.of("/moved", "/cat.png?moved=1"), host.asked());
    }

    @Test
    void aRedirectToAnotherPublicHostIsFollowed() throws FetchRefused {
        host.withRedirect("/moved", 302, host.url("cdn.example.com", "/cat.png"));

        assertArrayEquals(IMAGE, fetch(host.url("/moved")));
    }

    @Test
    void aCookieIsNotTakenAlong() throws FetchRefused {
        var cookies = new AtomicInteger();
        host.with(
                "/moved",
                exchange -> {
                    exchange.getResponseHeaders().add("Set-Cookie", "a=b; Path=/");
                    exchange.getResponseHeaders().add("Location", "/next");
                    TestingHost.answer(exchange, 302, new byte[0]);
                });
        host.with(
                "/next",
                exchange -> {
                    cookies.addAndGet(exchange.getRequestHeaders().containsKey("Cookie") ? 1 : 0);
                    TestingHost.answer(exchange, 200, IMAGE);
                });

        assertArrayEquals(IMAGE, fetch(host.url("/moved")));
        assertEquals(0, cookies.get());
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 307})
    void aRedirectToNowhereIsRefused(int status) {
        host.withStatus("/moved", status);

        assertEquals("answered " + status + " instead of 200", refusal(host.url("/moved")));
    }

    @Test
    void threeRedirectsAreFollowedAndFourAreNot() throws FetchRefused {
        host.withRedirect("/1", 302, "/2").withRedirect("/2", 302, "/3");
        host.withRedirect("/3", 302, "/cat.png").withRedirect("/0", 302, "/1");

        assertArrayEquals(IMAGE, fetch(host.url("/1")));
        assertEquals("redirects more than 3 times", refusal(host.url("/0")));
    }

    @Test
    void aRedirectLoopEnds() {
        host.withRedirect("/loop", 302, "/loop");

        assertEquals("redirects more than 3 times", refusal(host.url("/loop")));
        assertEquals(4, host.asked().size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://images.example.com/cat.png",
                "//user@images.example.com/",
                "https://2130706433/",
                "https://localhost/",
                "file:///etc/passwd",
                "https://images.example.com\\@127.0.0.2/",
                "https://[::ffff:127.0.0.2]/",
                "data:image/png;base64,AAAA",
                "https://images.example.com/a b"
            })
    void aRedirectIsReadAsCarefullyAsTheUrl(String location) {
        host.withRedirect("/moved", 302, location);

        var refusal = refusal(host.url("/moved"));

        assertTrue(refusal.startsWith("redirects to a URL that is refused: it must "), refusal);
    }

    @Test
    void aRedirectToAPrivateHostIsNotFollowed() throws IOException {
        try (var secret = TestingHost.on("127.0.0.2").withBytes("/", IMAGE)) {
            host.withRedirect("/address", 302, "https://127.0.0.2:" + secret.port() + "/");
            host.withRedirect("/name", 302, "https://db.corp.example.com:" + secret.port() + "/");

            assertEquals("leads to an address that is not public", refusal(host.url("/address")));
            assertEquals(FetchRefused.unreachable().getMessage(), refusal(host.url("/name")));
            assertEquals(List.of(), secret.asked());
        }
    }
}
