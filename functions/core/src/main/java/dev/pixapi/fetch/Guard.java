package dev.pixapi.fetch;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

/**
 * Decides where a link may lead. A host is admitted if all its addresses are: one that is not
 * public among public ones is either a mistake or an attempt.
 */
record Guard(Lookup lookup, Predicate<InetAddress> addresses, IntPredicate ports) {

    /** The addresses to connect to, at least one; no name is to be looked up after this. */
    List<InetSocketAddress> admit(Link link, Deadline deadline) throws FetchRefused {
        if (!ports.test(link.port())) {
            throw new FetchRefused("must be on port 443");
        }
        return addresses(link.host(), deadline).stream()
                .map(address -> new InetSocketAddress(address, link.port()))
                .toList();
    }

    private List<InetAddress> addresses(Host host, Deadline deadline) throws FetchRefused {
        return switch (host) {
            case Host.Literal(_, var address) -> {
                if (!addresses.test(address)) {
                    throw new FetchRefused("leads to an address that is not public");
                }
                yield List.of(address);
            }
            case Host.Name(var name) -> {
                var found = lookup.addresses(name, deadline);
                if (found.isEmpty() || !found.stream().allMatch(addresses)) {
                    throw FetchRefused.unreachable();
                }
                yield found;
            }
        };
    }
}
