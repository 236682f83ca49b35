package dev.pixapi.fetch;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The unicast addresses of the whole internet, and no others: those of private networks, of one
 * machine, of one wire, of examples, and those behind which any of these may hide are not public.
 *
 * @see <a href="https://www.iana.org/assignments/iana-ipv4-special-registry">IANA, IPv4</a>
 * @see <a href="https://www.iana.org/assignments/iana-ipv6-special-registry">IANA, IPv6</a>
 */
final class PublicAddresses implements Predicate<InetAddress> {
    private static final List<Network> SPECIAL_IPV4 =
            networks(
                    "0.0.0.0/8", // this network
                    "10.0.0.0/8", // private
                    "100.64.0.0/10", // shared by carriers
                    "127.0.0.0/8", // loopback
                    "168.63.129.16/32", // Azure's agent, which answers inside every machine
                    "169.254.0.0/16", // link-local: where clouds keep their metadata
                    "172.16.0.0/12", // private
                    "192.0.0.0/24", // IETF protocols
                    "192.0.2.0/24", // documentation
                    "192.31.196.0/24", // AS112
                    "192.52.193.0/24", // AMT
                    "192.88.99.0/24", // 6to4 relays
                    "192.168.0.0/16", // private
                    "192.175.48.0/24", // AS112
                    "198.18.0.0/15", // benchmarks
                    "198.51.100.0/24", // documentation
                    "203.0.113.0/24", // documentation
                    "224.0.0.0/4", // multicast
                    "240.0.0.0/4"); // reserved, and broadcast

    /** All that IANA has given out; ::/8, fc00::/7, fe80::/10, ff00::/8 and more lie outside. */
    private static final Network GLOBAL_IPV6 = Network.of("2000::/3");

    private static final List<Network> SPECIAL_IPV6 =
            networks(
                    "2001::/23", // IETF protocols: Teredo, benchmarks, ORCHID
                    "2001:db8::/32", // documentation
                    "2002::/16", // 6to4: an IPv4 address inside
                    "2620:4f:8000::/48", // AS112
                    "3ffe::/16", // the former 6bone
                    "3fff::/20"); // documentation

    /** Its last 32 bits are the IPv4 address that the translator connects to. */
    private static final Network NAT64 = Network.of("64:ff9b::/96");

    private static final int NAT64_BYTES = 12;

    @Override
    public boolean test(InetAddress address) {
        if (address instanceof Inet4Address) {
            return isNoneOf(SPECIAL_IPV4, address);
        }
        if (NAT64.contains(address)) {
            return test(embedded(address));
        }
        return GLOBAL_IPV6.contains(address) && isNoneOf(SPECIAL_IPV6, address);
    }

    private static boolean isNoneOf(List<Network> special, InetAddress address) {
        return special.stream().noneMatch(network -> network.contains(address));
    }

    private static InetAddress embedded(InetAddress address) {
        var bytes = address.getAddress();
        try {
            return InetAddress.getByAddress(Arrays.copyOfRange(bytes, NAT64_BYTES, bytes.length));
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException("four bytes are an address", impossible);
        }
    }

    private static List<Network> networks(String... texts) {
        return Stream.of(texts).map(Network::of).toList();
    }
}
