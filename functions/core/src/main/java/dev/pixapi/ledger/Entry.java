package dev.pixapi.ledger;

import com.github.f4b6a3.ulid.Ulid;

import java.time.Instant;
import java.util.Optional;

/**
 * A line of an account's book; it is never changed.
 *
 * @param id {@code entry_} and a ULID, which sorts by time
 * @param credits what was granted or charged; zero for a task whose hold was released
 * @param reference the grant's id or the task's
 */
public record Entry(String id, Kind kind, Credits credits, String reference, Instant time) {
    /** What moved the counters. */
    public enum Kind {
        GRANT,
        SETTLE
    }

    /** Empty when the text cannot be an entry's id. */
    public static Optional<String> parseId(String text) {
        return text.startsWith("entry_") && Ulid.isValid(text.substring(6))
                ? Optional.of(text)
                : Optional.empty();
    }
}
