package dev.pixapi.fetch;

import dev.pixapi.image.InputLimits;

import java.time.Duration;

/**
 * What one fetch may take.
 *
 * @param connect for the connection to one address, 1 ms to 1 min
 * @param total for everything, from the first lookup to the last byte, 1 ms to 1 min
 * @param bytes the largest image, before any is read and while it is
 */
record FetchLimits(Duration connect, Duration total, int bytes) {
    private static final Duration LONGEST = Duration.ofMinutes(1);

    /** A function has 29 s; what it was asked for comes on top. */
    static final FetchLimits STANDARD =
            new FetchLimits(Duration.ofSeconds(3), Duration.ofSeconds(15), InputLimits.MOST_BYTES);

    FetchLimits {
        check(connect);
        check(total);
        if (bytes < 1) {
            throw new IllegalArgumentException("no room for a byte: " + bytes);
        }
    }

    private static void check(Duration duration) {
        if (duration.toMillis() < 1 || duration.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("not from 1 ms to 1 min: " + duration);
        }
    }
}
