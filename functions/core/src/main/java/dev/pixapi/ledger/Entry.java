package dev.pixapi.ledger;

import com.github.f4b6a3.ulid.Ulid;

import java.time.Instant;
import java.util.Optional;

/**
 * A line of an account's book; it is never changed.
 *
 * @param id {@code entry_} and a ULID, which sorts by time
 * @param credits what was granted, charged, refunded or has expired; zero for a task whose hold was
 *     released, and for an adjustment
 * @param reference the id of the grant (also of what expired of it), the task or the adjustment
 * @param part the refund's id, where it is one
 * @param changes what an adjustment moved; none for all others
 */
public record Entry(
        String id,
        Kind kind,
        Credits credits,
        String reference,
        Optional<String> part,
        Changes changes,
        Instant time) {
    /** What moved the counters. */
    public enum Kind {
        GRANT,
        SETTLE,
        REFUND,
        EXPIRE,
        ADJUST
    }

    /** A grant or a settlement. */
    public Entry(String id, Kind kind, Credits credits, String reference, Instant time) {
        this(id, kind, credits, reference, Optional.empty(), Changes.NONE, time);
    }

    /** Empty when the text cannot be an entry's id. */
    public static Optional<String> parseId(String text) {
        return text.startsWith("entry_") && Ulid.isValid(text.substring(6))
                ? Optional.of(text)
                : Optional.empty();
    }
}
