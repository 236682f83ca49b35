package dev.pixapi.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Whatever stands in a URL and whatever its name resolves to: a public address or a refusal, and
 * never another end. An input is a URL, a line feed, and the bytes of an address.
 */
class UrlFuzzTest {
    private static final int IPV4 = 4;
    private static final int IPV6 = 16;

    /** First and last address of what is private, with all of IPv4 as numbers. */
    private static final long[][] PRIVATE_IPV4 = {
        {0x00000000L, 0x00ffffffL}, {0x0a000000L, 0x0affffffL}, {0x64400000L, 0x647fffffL},
        {0x7f000000L, 0x7fffffffL}, {0xa83f8110L, 0xa83f8110L}, {0xa9fe0000L, 0xa9feffffL},
        {0xac100000L, 0xac1fffffL}, {0xc0000000L, 0xc00000ffL}, {0xc0000200L, 0xc00002ffL},
        {0xc01fc400L, 0xc01fc4ffL}, {0xc034c100L, 0xc034c1ffL}, {0xc0586300L, 0xc05863ffL},
        {0xc0a80000L, 0xc0a8ffffL}, {0xc0af3000L, 0xc0af30ffL}, {0xc6120000L, 0xc613ffffL},
        {0xc6336400L, 0xc63364ffL}, {0xcb007100L, 0xcb0071ffL}, {0xe0000000L, 0xffffffffL}
    };

    private static final Pattern SENTENCE = Pattern.compile("(must|leads|cannot) [ -~]+");
    private static final Pattern TARGET = Pattern.compile("/[!-~]*");
    private static final PublicAddresses PUBLIC = new PublicAddresses();

    private static final Link BASE =
            new Link(new Host.Name("images.example.com"), 443, "/a/b.png?c=d");

    @DictionaryEntries({
        "https://",
        "http://",
        "@",
        "[::1]",
        "[::ffff:",
        "127.0.0.1",
        "0x7f",
        ":443",
        "%2e",
        "\\x5C",
        "#",
        "?",
        "..",
        "xn--",
        "\\xEF\\xBC\\x91",
        "\\xE3\\x80\\x82",
        "localhost",
        "64:ff9b::"
    })
    @FuzzTest
    void aUrlLeadsToPublicAddressesOrIsRefused(byte[] bytes) throws UnknownHostException {
        var end = lineFeed(bytes);
        var url = new String(bytes, 0, end, StandardCharsets.UTF_8);
        var address =
                address(Arrays.copyOfRange(bytes, Math.min(end + 1, bytes.length), bytes.length));

        assertEquals(isPublic(address), PUBLIC.test(address), address::toString);
        try {
            check(url, admitted(Link.of(url), address));
        } catch (FetchRefused refusal) {
            assertTrue(SENTENCE.matcher(refusal.getMessage()).matches(), refusal.getMessage());
        }
        try {
            check(BASE.redirected(url));
        } catch (FetchRefused refusal) {
            assertTrue(SENTENCE.matcher(refusal.getMessage()).matches(), refusal.getMessage());
        }
    }

    private static Link admitted(Link link, InetAddress resolved) throws FetchRefused {
        var lookup = new Lookup(_ -> new InetAddress[] {resolved});
        var guard = new Guard(lookup, PUBLIC, port -> port == 443);
        for (InetSocketAddress admitted : guard.admit(link, Deadline.in(Duration.ofSeconds(5)))) {
            assertEquals(443, admitted.getPort());
            assertTrue(isPublic(admitted.getAddress()), admitted::toString);
        }
        return link;
    }

    /** What is asked for must be what any reader of URLs takes it for. */
    private static void check(String url, Link link) {
        check(link);
        var uri = URI.create(url);
        assertEquals("https", uri.getScheme().toLowerCase(Locale.ROOT));
        assertEquals(link.host().inUrl(), uri.getHost().toLowerCase(Locale.ROOT));
        assertFalse(uri.getRawAuthority().contains("@"));
    }

    private static void check(Link link) {
        assertTrue(TARGET.matcher(link.target()).matches(), link::target);
        var uri = URI.create("https://" + link.authority() + link.target());
        assertEquals(link.host().inUrl(), uri.getHost());
        assertEquals(link.port(), uri.getPort() < 0 ? 443 : uri.getPort());
    }

    /** With numbers and the JDK's own flags, where the guard has a table of networks. */
    private static boolean isPublic(InetAddress address) {
        var bytes = ByteBuffer.wrap(address.getAddress());
        if (address instanceof Inet4Address) {
            return isPublic(Integer.toUnsignedLong(bytes.getInt(0)));
        }
        var high = bytes.getLong(0);
        if (high == 0x0064_ff9b_0000_0000L && bytes.getInt(8) == 0) {
            return isPublic(Integer.toUnsignedLong(bytes.getInt(12)));
        }
        var special =
                address.isAnyLocalAddress()
                        || address.isLoopbackAddress()
                        || address.isLinkLocalAddress()
                        || address.isSiteLocalAddress()
                        || address.isMulticastAddress()
                        || high >>> 41 == 0x2001_0000L >>> 9
                        || high >>> 32 == 0x2001_0db8L
                        || high >>> 48 == 0x2002
                        || high >>> 48 == 0x3ffe
                        || high >>> 44 == 0x3fff0
                        || high >>> 16 == 0x2620_004f_8000L;
        return !special && high >>> 61 == 1;
    }

    private static boolean isPublic(long ipv4) {
        return Arrays.stream(PRIVATE_IPV4).noneMatch(r -> r[0] <= ipv4 && ipv4 <= r[1]);
    }

    /** Of the first 16 bytes, or else of the first 4; those that are missing are 0. */
    private static InetAddress address(byte[] bytes) throws UnknownHostException {
        return InetAddress.getByAddress(Arrays.copyOf(bytes, bytes.length < IPV6 ? IPV4 : IPV6));
    }

    private static int lineFeed(byte[] bytes) {
        var end = 0;
        while (end < bytes.length && bytes[end] != '\n') {
            end++;
        }
        return end;
    }
}
