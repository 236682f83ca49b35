package dev.pixapi.fetch;

import java.net.InetAddress;

/** The addresses that share their first {@code bits} bits with one of them. */
record Network(InetAddress first, int bits) {

    /**
     * @param text such as {@code 10.0.0.0/8} or {@code 2000::/3}
     */
    static Network of(String text) {
        var slash = text.indexOf('/');
        return new Network(
                InetAddress.ofLiteral(text.substring(0, slash)),
                Integer.parseInt(text.substring(slash + 1)));
    }

    /** Never for an address of the other family. */
    boolean contains(InetAddress address) {
        var mine = first.getAddress();
        var theirs = address.getAddress();
        if (mine.length != theirs.length) {
            return false;
        }
        var whole = bits / Byte.SIZE;
        for (var i = 0; i < whole; i++) {
            if (mine[i] != theirs[i]) {
                return false;
            }
        }
        var rest = Byte.SIZE - bits % Byte.SIZE;
        return rest == Byte.SIZE || (mine[whole] & 0xff) >> rest == (theirs[whole] & 0xff) >> rest;
    }
}
