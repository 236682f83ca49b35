package dev.pixapi.provisioning;

import dev.pixapi.ledger.Credits;

import java.time.Duration;
import java.util.Optional;

/**
 * A grant as an operator orders it.
 *
 * @param id by which it is given once
 * @param life after which what is left of it expires; empty for never
 * @param priority among grants that expire at once, the lower is used first
 */
public record GrantOrder(String id, Credits credits, Optional<Duration> life, int priority) {
    private static final Duration LONGEST = Duration.ofDays(3_650);

    public GrantOrder {
        if (life.filter(GrantOrder::isNoLife).isPresent()) {
            throw new IllegalArgumentException(
                    "a grant expires after 1 to " + LONGEST.toDays() + " days");
        }
    }

    private static boolean isNoLife(Duration life) {
        return life.compareTo(Duration.ofDays(1)) < 0 || life.compareTo(LONGEST) > 0;
    }
}
