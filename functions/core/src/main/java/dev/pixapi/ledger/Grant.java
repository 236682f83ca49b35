package dev.pixapi.ledger;

import dev.pixapi.account.AccountId;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Credits given to an account, once for each grant id.
 *
 * @param expires after which what is left of them can no longer be held; empty for never
 * @param priority among grants that expire at once, the lower is used first
 */
public record Grant(
        AccountId account,
        String id,
        Credits credits,
        Instant time,
        Optional<Instant> expires,
        int priority) {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._:-]{1,64}");

    /** Ten million dollars. Thousands of such grants fit into an account's counters. */
    private static final Credits MOST = Credits.of("1000000000");

    private static final int LAST_PRIORITY = 99;

    public Grant {
        requireId(id, "a grant id");
        if (credits.equals(Credits.ZERO) || credits.compareTo(MOST) > 0) {
            throw new IllegalArgumentException("a grant is more than nothing, at most " + MOST);
        }
        if (expires.filter(end -> !end.isAfter(time)).isPresent()) {
            throw new IllegalArgumentException("a grant expires after it is made");
        }
        if (priority < 0 || priority > LAST_PRIORITY) {
            throw new IllegalArgumentException("a priority is 0 to " + LAST_PRIORITY);
        }
    }

    /** Of credits that stay for good. */
    public Grant(AccountId account, String id, Credits credits, Instant time) {
        this(account, id, credits, time, Optional.empty(), 0);
    }

    /** Of what an operator does once: grants, refunds, adjustments. */
    static void requireId(String id, String what) {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException(what + " has 1 to 64 letters, digits, and . _ : -");
        }
    }
}
