package dev.pixapi.fetch;

import static dev.pixapi.fetch.TestingFetcher.PRIVATE;
import static dev.pixapi.fetch.TestingFetcher.PUBLIC;
import static dev.pixapi.fetch.TestingFetcher.refusal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import javax.net.ssl.SSLSocketFactory;

/** Whom a fetch connects to: an address that was checked, which proves the name. */
class ConnectionsTest {
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

    /** The name changes its address between the check and the connection. */
    @Test
    void theAddressThatWasCheckedIsTheOneThatIsConnectedTo() throws IOException {
        var asked = new AtomicInteger();
        Lookup.Resolver rebinding =
                _ -> new InetAddress[] {asked.getAndIncrement() == 0 ? PUBLIC : PRIVATE};
        try (var secret = secretOnTheSamePort()) {
            var fetcher = TestingFetcher.of(rebinding, FetchLimits.STANDARD);

            assertArrayEquals(IMAGE, fetcher.fetch(host.url("/cat.png"), _ -> {}));
            assertEquals(1, asked.get());
            assertThrows(FetchRefused.class, () -> fetcher.fetch(host.url("/cat.png"), _ -> {}));
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
            var fetcher = TestingFetcher.of(rebinding, FetchLimits.STANDARD);

            assertThrows(FetchRefused.class, () -> fetcher.fetch(host.url("/moved"), _ -> {}));
            assertEquals(List.of("/moved"), host.asked());
            assertEquals(List.of(), secret.asked());
        }
    }

    @Test
    void aCertificateForAnotherNameIsRefused() {
        var url = "https://example.org:" + host.port() + "/cat.png";

        assertEquals("leads to a host without a valid certificate for its name", refusal(url));
        assertEquals(List.of(), host.asked());
    }

    @Test
    void anIpAddressNeedsACertificateToo() {
        var url = "https://127.0.0.1:" + host.port() + "/cat.png";

        assertThrows(FetchRefused.class, () -> TestingFetcher.fetch(url));
        assertEquals(List.of(), host.asked());
    }

    @Test
    void aCertificateThatNobodyTrustsIsRefused() {
        var production =
                new LinkFetcher(
                        TestingFetcher.guard(TestingFetcher::resolve),
                        (SSLSocketFactory) SSLSocketFactory.getDefault(),
                        FetchLimits.STANDARD);

        var refusal =
                assertThrows(
                        FetchRefused.class, () -> production.fetch(host.url("/cat.png"), _ -> {}));

        assertTrue(refusal.getMessage().contains("certificate"), refusal.getMessage());
        assertEquals(List.of(), host.asked());
    }

    @Test
    void aClosedPortReadsLikeAPrivateAddress() {
        var url = host.url("/cat.png");
        host.close();

        assertEquals(refusal(host.url("db.corp.example.com", "/")), refusal(url));
    }

    @Test
    void theNextAddressIsTriedWhereNobodyAnswers() throws FetchRefused {
        Lookup.Resolver two = _ -> new InetAddress[] {InetAddress.ofLiteral("127.0.0.3"), PUBLIC};
        var relaxed =
                new Guard(new Lookup(two), InetAddress::isLoopbackAddress, port -> port > 1_000);
        var fetcher =
                new LinkFetcher(
                        relaxed, TestingTls.shared().getSocketFactory(), FetchLimits.STANDARD);

        assertArrayEquals(IMAGE, fetcher.fetch(host.url("/cat.png"), _ -> {}));
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
        return new TestingHost(new InetSocketAddress(PRIVATE, host.port()))
                .withBytes("/", new byte[] {1});
    }
}
