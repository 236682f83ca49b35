package dev.pixapi.fetch;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.InetAddress;
import java.util.Random;

/**
 * Fetches from the servers of the tests: 127.0.0.1 counts as public here, 127.0.0.2 and all else do
 * not. Names below corp.example.com lead to the latter, all others to the former.
 */
final class TestingFetcher {
    static final InetAddress PUBLIC = InetAddress.ofLiteral("127.0.0.1");
    static final InetAddress PRIVATE = InetAddress.ofLiteral("127.0.0.2");

    private TestingFetcher() {}

    static LinkFetcher of(FetchLimits limits) {
        return of(TestingFetcher::resolve, limits);
    }

    static LinkFetcher of(Lookup.Resolver resolver, FetchLimits limits) {
        return new LinkFetcher(guard(resolver), TestingTls.shared().getSocketFactory(), limits);
    }

    static Guard guard(Lookup.Resolver resolver) {
        return new Guard(new Lookup(resolver), PUBLIC::equals, port -> port > 1_000);
    }

    static InetAddress[] resolve(String name) {
        return new InetAddress[] {name.contains(".corp.") ? PRIVATE : PUBLIC};
    }

    static byte[] fetch(String url) throws FetchRefused {
        return of(FetchLimits.STANDARD).fetch(url, _ -> {});
    }

    static String refusal(String url) {
        return refusal(url, FetchLimits.STANDARD);
    }

    static String refusal(String url, FetchLimits limits) {
        return assertThrows(FetchRefused.class, () -> of(limits).fetch(url, _ -> {})).getMessage();
    }

    /** Always the same ones for a length. */
    static byte[] bytes(int length) {
        var bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }
}
