package dev.pixapi.fetch;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.regex.Pattern;

/**
 * Where a URL leads, in the one form that every reader of URLs understands alike.
 *
 * <p>Most libraries also take 2130706433, 0x7f.1, 127.1 and 0177.0.0.1 for 127.0.0.1, full-width
 * digits for digits, and a name with a dot at its end for the name. None of them is needed, so none
 * is let in: what is not plainly a name or an address is refused.
 */
sealed interface Host {
    Pattern NAME =
            Pattern.compile(
                    "(?=.{4,253}$)"
                            + "(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+"
                            + "[a-z](?:[a-z0-9-]{0,61}[a-z0-9])");

    /** Four numbers up to 255, none of which could be read as octal. */
    Pattern IPV4 =
            Pattern.compile(
                    "(?:(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)\\.){3}"
                            + "(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)");

    /** In brackets; what the characters mean is left to the parser, a zone to nobody. */
    Pattern IPV6 = Pattern.compile("\\[([0-9a-f:.]{2,45})]");

    /** For the certificate and the lookup: small letters, no brackets. */
    String text();

    /** For the Host header. */
    String inUrl();

    /** With a dot, so that no search domain of the machine's network completes it. */
    record Name(String text) implements Host {
        @Override
        public String inUrl() {
            return text;
        }
    }

    record Literal(String text, InetAddress address) implements Host {
        @Override
        public String inUrl() {
            return address instanceof Inet6Address ? "[" + text + "]" : text;
        }
    }

    /**
     * @param raw what stands between // and the port, in small letters
     */
    static Host of(String raw) throws FetchRefused {
        if (NAME.matcher(raw).matches()) {
            return new Name(raw);
        }
        if (IPV4.matcher(raw).matches()) {
            return new Literal(raw, InetAddress.ofLiteral(raw));
        }
        var ipv6 = IPV6.matcher(raw);
        if (ipv6.matches()) {
            return ipv6(ipv6.group(1));
        }
        throw refused();
    }

    /** An IPv4 address in IPv6's clothes becomes one of IPv4 here; it could have come as that. */
    private static Host ipv6(String text) throws FetchRefused {
        try {
            if (InetAddress.ofLiteral(text) instanceof Inet6Address address) {
                return new Literal(text, address);
            }
        } catch (IllegalArgumentException _) {
            throw refused();
        }
        throw refused();
    }

    private static FetchRefused refused() {
        return new FetchRefused(
                "must have a host such as images.example.com, in ASCII, or an IP address in its"
                        + " usual form");
    }
}
