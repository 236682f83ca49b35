package dev.pixapi.fetch;

import java.time.Duration;

/**
 * When a fetch must be over. It measures time that passes, which no change of the clock moves.
 *
 * @param nanos of {@link System#nanoTime}
 */
record Deadline(long nanos, Duration total) {

    static Deadline in(Duration total) {
        return new Deadline(System.nanoTime() + total.toNanos(), total);
    }

    boolean isOver() {
        return left() <= 0;
    }

    /** In nanoseconds; negative when it is over. */
    long left() {
        return nanos - System.nanoTime();
    }

    /**
     * What is left, or less.
     *
     * @return milliseconds, at least 1: to most methods 0 means for ever
     */
    int millis(Duration most) {
        return (int) Math.clamp(left() / 1_000_000, 1, most.toMillis());
    }

    FetchRefused missed() {
        return new FetchRefused("took longer than %s s".formatted(total.toMillis() / 1000.0));
    }
}
