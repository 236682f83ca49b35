package dev.pixapi.local.audit;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The time of several writers, and a clock that is behind all of those whose write is under way:
 * nothing will be written any more that is older.
 */
final class WritersClock implements InstantSource {
    private final TreeMap<Instant, Integer> underway = new TreeMap<>();

    <T> T write(Function<Instant, T> write) {
        var now = begin();
        try {
            return write.apply(now);
        } finally {
            end(now);
        }
    }

    private synchronized Instant begin() {
        var now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        underway.merge(now, 1, Integer::sum);
        return now;
    }

    private synchronized void end(Instant time) {
        underway.computeIfPresent(time, (_, writes) -> writes == 1 ? null : writes - 1);
    }

    @Override
    public synchronized Instant instant() {
        var now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        return underway.isEmpty() ? now : underway.firstKey();
    }
}
