package dev.pixapi.fetch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;

/**
 * Against real web servers: 127.0.0.1 counts as public here, 127.0.0.2 and all else do not. Names
 * below example.com lead to the former, those below corp.example.com to the latter.
 */
class LinkFetcherTest {
    private static final InetAddress PUBLIC = InetAddress.ofLiteral("127.0.0.1");
    private static final InetAddress PRIVATE = InetAddress.ofLiteral("127.0.0.2");
    private static final byte[] IMAGE = bytes(300_000);

    private static SSLContext tls;

    private TestingHost host;

    @BeforeAll
    static void makeCertificate(@TempDir Path folder) throws IOException, InterruptedException {
        tls = TestingTls.make(folder);
    }

    @BeforeEach
    void start() throws IOException {
        host = TestingHost.on(tls, "127.0.0.1").withBytes("/cat.png", IMAGE);
    }

    @AfterEach
    void stop() {
        host.close();
    }

    @Test
    void itFetchesTheBytesAndTellsOfEachPiece() throws FetchRefused {
        var pieces = new ArrayList<Integer>();

        assertArrayEquals(IMAGE, fetcher().fetch(url("/cat.png"), pieces::add));

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

        assertArrayEquals(IMAGE, fetch("/chunked.png"));
    }

    @Test
    void anAnswerWithoutBytesIsNoBytes() throws FetchRefused {
        host.withStatus("/empty.png", 200);

        assertEquals(0, fetch("/empty.png").length);
    }

    @ParameterizedTest
    @ValueSource(ints = {201, 204, 206, 300, 304, 401, 404, 410, 429, 500, 503})
    void anyOtherStatusIsRefused(int status) {
        host.withStatus("/status", status);

        assertEquals("answered " + status + " instead of 200", refusal("/status"));
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void aRedirectIsFollowed(int status) throws FetchRefused {
        host.withRedirect("/moved", status, "/cat.png?moved=1");

        assertArrayEquals(IMAGE, fetch("/moved"));
        assertEquals(List.of("/moved", "/cat.png?moved=1"), host.asked());
    }

    @Test
    void aRedirectToAnotherPublicHostIsFollowed() throws FetchRefused {
        host.withRedirect("/moved", 302, url("cdn.example.com", "/cat.png"));

        assertArrayEquals(IMAGE, fetch("/moved"));
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

        assertArrayEquals(IMAGE, fetch("/moved"));
        assertEquals(0, cookies.get());
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 307})
    void aRedirectToNowhereIsRefused(int status) {
        host.withStatus("/moved", status);

        assertEquals("answered " + status + " instead of 200", refusal("/moved"));
    }

    @Test
    void threeRedirectsAreFollowedAndFourAreNot() throws FetchRefused {
        host.withRedirect("/1", 302, "/2").withRedirect("/2", 302, "/3");
        host.withRedirect("/3", 302, "/cat.png").withRedirect("/0", 302, "/1");

        assertArrayEquals(IMAGE, fetch("/1"));
        assertEquals("redirects more than 3 times", refusal("/0"));
    }

    @Test
    void aRedirectLoopEnds() {
        host.withRedirect("/loop", 302, "/loop");

        assertEquals("redirects more than 3 times", refusal("/loop"));
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

        var refusal = refusal("/moved");

        assertTrue(refusal.startsWith("redirects to a URL that is refused: it must "), refusal);
    }

    @Test
    void aRedirectToAPrivateHostIsNotFollowed() throws IOException {
        try (var secret = TestingHost.on(tls, "127.0.0.2").withBytes("/", IMAGE)) {
            host.withRedirect("/address", 302, "https://127.0.0.2:" + secret.port() + "/");
            host.withRedirect("/name", 302, "https://db.corp.example.com:" + secret.port() + "/");

            assertEquals("leads to an address that is not public", refusal("/address"));
            assertEquals(FetchRefused.unreachable().getMessage(), refusal("/name"));
            assertEquals(List.of(), secret.asked());
        }
    }

    /** The name changes its address between the check and the connection. */
    @Test
    void theAddressThatWasCheckedIsTheOneThatIsConnectedTo() throws IOException {
        var asked = new AtomicInteger();
        Lookup.Resolver rebinding =
                _ -> new InetAddress[] {asked.getAndIncrement() == 0 ? PUBLIC : PRIVATE};
        try (var secret = secretOnTheSamePort()) {
            var fetcher = fetcher(rebinding, FetchLimits.STANDARD);

            assertArrayEquals(IMAGE, fetcher.fetch(url("/cat.png"), _ -> {}));
            assertEquals(1, asked.get());
            assertThrows(FetchRefused.class, () -> fetcher.fetch(url("/cat.png"), _ -> {}));
            assertEquals(2, asked.get());
            assertEquals(List.of(), secret.asked());
        }
    }

    @Test
    void eachHopIsLookedUpAndCheckedAnew() throws IOException {
        var asked = new AtomicInteger();
        Lookup.Resolver rebinding =
                _ -> new InetAddress[] {asked.getAndIncrement() == 0 ? PUBLIC : PRIVATE};
        host.withRedirect("/moved", 302, "/cat.png");
        try (var secret = secretOnTheSamePort()) {
            var fetcher = fetcher(rebinding, FetchLimits.STANDARD);

            assertThrows(FetchRefused.class, () -> fetcher.fetch(url("/moved"), _ -> {}));
            assertEquals(List.of("/moved"), host.asked());
            assertEquals(List.of(), secret.asked());
        }
    }

    @Test
    void aCertificateForAnotherNameIsRefused() {
        var url = "https://example.org:" + host.port() + "/cat.png";

        var refusal = assertThrows(FetchRefused.class, () -> fetcher().fetch(url, _ -> {}));

        assertEquals(
                "leads to a host without a valid certificate for its name", refusal.getMessage());
        assertEquals(List.of(), host.asked());
    }

    @Test
    void anIpAddressNeedsACertificateToo() {
        var url = "https://127.0.0.1:" + host.port() + "/cat.png";

        assertThrows(FetchRefused.class, () -> fetcher().fetch(url, _ -> {}));
        assertEquals(List.of(), host.asked());
    }

    @Test
    void aCertificateThatNobodyTrustsIsRefused() {
        var production =
                new LinkFetcher(
                        guard(LinkFetcherTest::resolve),
                        (SSLSocketFactory) SSLSocketFactory.getDefault(),
                        FetchLimits.STANDARD);

        var refusal =
                assertThrows(FetchRefused.class, () -> production.fetch(url("/cat.png"), _ -> {}));

        assertTrue(refusal.getMessage().contains("certificate"), refusal.getMessage());
        assertEquals(List.of(), host.asked());
    }

    @Test
    void aClosedPortReadsLikeAPrivateAddress() {
        var url = url("/cat.png");
        host.close();

        var closed = assertThrows(FetchRefused.class, () -> fetcher().fetch(url, _ -> {}));
        var hidden =
                assertThrows(
                        FetchRefused.class,
                        () -> fetcher().fetch(url("db.corp.example.com", "/"), _ -> {}));

        assertEquals(hidden.getMessage(), closed.getMessage());
    }

    @Test
    void theNextAddressIsTriedWhereNobodyAnswers() throws FetchRefused {
        Lookup.Resolver two = _ -> new InetAddress[] {InetAddress.ofLiteral("127.0.0.3"), PUBLIC};
        var relaxed =
                new Guard(new Lookup(two), InetAddress::isLoopbackAddress, port -> port > 1_000);
        var fetcher = new LinkFetcher(relaxed, tls.getSocketFactory(), FetchLimits.STANDARD);

        assertArrayEquals(IMAGE, fetcher.fetch(url("/cat.png"), _ -> {}));
    }

    @Test
    void anImageOfExactlyTheLimitIsTakenAndOneByteMoreIsNot() throws FetchRefused {
        var limits = new FetchLimits(Duration.ofSeconds(3), Duration.ofSeconds(9), IMAGE.length);
        assertArrayEquals(IMAGE, fetcher(limits).fetch(url("/cat.png"), _ -> {}));

        var less = new FetchLimits(Duration.ofSeconds(3), Duration.ofSeconds(9), IMAGE.length - 1);
        var counted = new AtomicInteger();
        assertThrows(
                FetchRefused.class, () -> fetcher(less).fetch(url("/cat.png"), counted::addAndGet));
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
                                fetcher()
                                        .fetch(
                                                url("/cat.png"),
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
            host.withBytes("/" + i + ".png", bytes(10_000 + i));
        }
        var fetcher = fetcher();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all =
                    IntStream.range(0, 64)
                            .mapToObj(
                                    i ->
                                            threads.submit(
                                                    () ->
                                                            fetcher.fetch(
                                                                    url("/" + i % 16 + ".png"),
                                                                    _ -> {})))
                            .toList();
            for (var i = 0; i < all.size(); i++) {
                assertArrayEquals(bytes(10_000 + i % 16), all.get(i).get());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1/",
                "https://[::1]/",
                "https://169.254.169.254/latest/meta-data/",
                "https://localhost/",
                "http://images.example.com/",
                "https://93.184.216.34:8443/"
            })
    void theOneOnTheInternetStaysThere(String url) {
        assertThrows(FetchRefused.class, () -> LinkFetcher.onTheInternet().fetch(url, _ -> {}));
    }

    private TestingHost secretOnTheSamePort() throws IOException {
        return new TestingHost(tls, new InetSocketAddress(PRIVATE, host.port()))
                .withBytes("/", new byte[] {1});
    }

    private byte[] fetch(String path) throws FetchRefused {
        return fetcher().fetch(url(path), _ -> {});
    }

    private String refusal(String path) {
        return assertThrows(FetchRefused.class, () -> fetch(path)).getMessage();
    }

    private String url(String path) {
        return url("images.example.com", path);
    }

    private String url(String name, String path) {
        return "https://" + name + ":" + host.port() + path;
    }

    private static LinkFetcher fetcher() {
        return fetcher(FetchLimits.STANDARD);
    }

    private static LinkFetcher fetcher(FetchLimits limits) {
        return fetcher(LinkFetcherTest::resolve, limits);
    }

    private static LinkFetcher fetcher(Lookup.Resolver resolver, FetchLimits limits) {
        return new LinkFetcher(guard(resolver), tls.getSocketFactory(), limits);
    }

    private static Guard guard(Lookup.Resolver resolver) {
        return new Guard(new Lookup(resolver), PUBLIC::equals, port -> port > 1_000);
    }

    private static InetAddress[] resolve(String name) {
        return new InetAddress[] {name.contains(".corp.") ? PRIVATE : PUBLIC};
    }

    private static byte[] bytes(int length) {
        var bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }
}
