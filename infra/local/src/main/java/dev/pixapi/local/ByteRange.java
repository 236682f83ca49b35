package dev.pixapi.local;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Part of an object, its last byte included.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-14.1.2">Byte ranges</a>
 */
record ByteRange(long first, long last) {
    private static final Pattern ONE = Pattern.compile("bytes=([0-9]{0,18})-([0-9]{0,18})");

    /** Nothing of the object is in the range that was asked for. */
    static final class Unsatisfiable extends Exception {
        private static final long serialVersionUID = 1;
    }

    /**
     * Empty for what is no range, and for several of them: S3 hands over the whole object then.
     *
     * @param header as {@code bytes=0-99}, {@code bytes=100-} or {@code bytes=-100}
     * @param length of the object
     */
    static Optional<ByteRange> of(String header, long length) throws Unsatisfiable {
        var match = ONE.matcher(header.strip());
        if (!match.matches()) {
            return Optional.empty();
        }
        var from = match.group(1);
        var to = match.group(2);
        if (from.isEmpty()) {
            return to.isEmpty()
                    ? Optional.empty()
                    : Optional.of(suffix(Long.parseLong(to), length));
        }
        var first = Long.parseLong(from);
        var last = to.isEmpty() ? Long.MAX_VALUE : Long.parseLong(to);
        if (last < first) {
            return Optional.empty();
        }
        return Optional.of(within(first, last, length));
    }

    private static ByteRange suffix(long count, long length) throws Unsatisfiable {
        if (count == 0) {
            throw new Unsatisfiable();
        }
        return within(Math.max(0, length - count), length - 1, length);
    }

    private static ByteRange within(long first, long last, long length) throws Unsatisfiable {
        if (first >= length) {
            throw new Unsatisfiable();
        }
        return new ByteRange(first, Math.min(last, length - 1));
    }

    /** As a request for it. */
    String header() {
        return "bytes=" + first + "-" + last;
    }

    /** As the answer names it. */
    String contentRange(long length) {
        return "bytes " + first + "-" + last + "/" + length;
    }
}
