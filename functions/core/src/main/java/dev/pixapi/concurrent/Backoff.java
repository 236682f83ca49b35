package dev.pixapi.concurrent;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How often something is tried that others may be in the way of, and how long to wait in between:
 * the pauses double from 10 ms, and each is anywhere below, since two that met once should part.
 */
public record Backoff(int tries, Duration longest) {
    /**
     * Of a write to the ledger. On a row that is busy half of the time, one in five hundred is
     * given up, after a second and a half at most (docs/adr/0020).
     */
    public static final Backoff OF_WRITES = new Backoff(9, Duration.ofMillis(800));

    /**
     * Before a try; none before the first.
     *
     * @param tried how often it was tried before
     */
    public Duration pause(int tried, RandomGenerator random) {
        if (tried == 0) {
            return Duration.ZERO;
        }
        var bound = Math.min(longest.toMillis(), 5L << tried);
        return Duration.ofMillis(random.nextLong(1, bound + 1));
    }
}
