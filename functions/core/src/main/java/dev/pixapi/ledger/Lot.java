package dev.pixapi.ledger;

import java.time.Instant;
import java.util.Comparator;

/**
 * What is left of a grant that expires. Credits that do not expire are in no lot.
 *
 * @param grant the grant's id
 * @param left of the grant, as of when charges were last attributed to lots
 */
public record Lot(String grant, Instant expires, int priority, Credits left) {
    /** In which lots are used. */
    public static final Comparator<Lot> ORDER =
            Comparator.comparing(Lot::expires)
                    .thenComparingInt(Lot::priority)
                    .thenComparing(Lot::grant);

    /** The same, with another rest. */
    public Lot leaving(Credits rest) {
        return new Lot(grant, expires, priority, rest);
    }
}
