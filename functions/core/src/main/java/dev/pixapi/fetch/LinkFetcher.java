package dev.pixapi.fetch;

import java.io.IOException;
import java.net.InetAddress;
import java.util.function.IntConsumer;

import javax.net.ssl.SSLSocketFactory;

/**
 * Fetches what a caller's URL leads to, from the public internet and nowhere else. Every host on
 * the way is looked up once, all its addresses are checked, and one of these is connected to: what
 * the name leads to a moment later does not count. Safe for use by several threads.
 */
public final class LinkFetcher {
    private static final int HTTPS = 443;
    private static final int MOST_REDIRECTS = 3;

    private final Guard guard;
    private final Dialer dialer;
    private final FetchLimits limits;

    LinkFetcher(Guard guard, SSLSocketFactory tls, FetchLimits limits) {
        this.guard = guard;
        this.dialer = new Dialer(tls, limits.connect());
        this.limits = limits;
    }

    /** With the system's resolver and certificates; port 443 only, 15 s and 50 MB a fetch. */
    public static LinkFetcher onTheInternet() {
        var lookup = new Lookup(InetAddress::getAllByName);
        return new LinkFetcher(
                new Guard(lookup, new PublicAddresses(), port -> port == HTTPS),
                (SSLSocketFactory) SSLSocketFactory.getDefault(),
                FetchLimits.STANDARD);
    }

    /**
     * The bytes, whatever they are.
     *
     * @param url https; at most 3 redirects are followed, each as carefully as the first
     * @param counted is told the length of each piece as it arrives; what it throws ends the fetch
     *     and passes through
     */
    public byte[] fetch(String url, IntConsumer counted) throws FetchRefused {
        var deadline = Deadline.in(limits.total());
        try {
            return follow(Link.of(url), counted, deadline);
        } catch (FetchRefused refusal) {
            throw deadline.isOver() ? deadline.missed() : refusal;
        } catch (IOException _) {
            throw deadline.isOver() ? deadline.missed() : new FetchRefused("broke off");
        }
    }

    private byte[] follow(Link first, IntConsumer counted, Deadline deadline) throws IOException {
        var link = first;
        for (var redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
            try (var line = dialer.dial(link, guard.admit(link, deadline), deadline)) {
                var answer = line.ask(link);
                var location = answer.redirect();
                if (location.isEmpty()) {
                    var body = answer.body(limits.bytes());
                    return new Metered(body, limits.bytes(), counted).readAllBytes();
                }
                link = redirected(link, location.get());
            }
        }
        throw new FetchRefused("redirects more than %d times".formatted(MOST_REDIRECTS));
    }

    private static Link redirected(Link link, String location) throws FetchRefused {
        try {
            return link.redirected(location);
        } catch (FetchRefused refusal) {
            throw new FetchRefused(
                    "redirects to a URL that is refused: it " + refusal.getMessage());
        }
    }
}
