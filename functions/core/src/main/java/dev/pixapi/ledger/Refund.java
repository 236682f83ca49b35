package dev.pixapi.ledger;

import java.time.Instant;

/**
 * Credits given back of what a task was charged, once for each refund id of its account. They stay
 * for good, whenever those that were spent would have expired.
 *
 * @param task as it was read: completed, and charged
 */
public record Refund(Task task, String id, Credits credits, Instant time) {
    public Refund {
        Grant.requireId(id, "a refund id");
        if (credits.equals(Credits.ZERO)) {
            throw new IllegalArgumentException("a refund is more than nothing");
        }
    }
}
