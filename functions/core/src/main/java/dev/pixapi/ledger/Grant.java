package dev.pixapi.ledger;

import dev.pixapi.account.AccountId;

import java.time.Instant;
import java.util.regex.Pattern;

/** Credits given to an account, once for each grant id. */
public record Grant(AccountId account, String id, Credits credits, Instant time) {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._:-]{1,64}");

    /** Ten million dollars. Thousands of such grants fit into an account's counters. */
    private static final Credits MOST = Credits.of("1000000000");

    public Grant {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException(
                    "a grant id has 1 to 64 letters, digits, and . _ : -");
        }
        if (credits.equals(Credits.ZERO) || credits.compareTo(MOST) > 0) {
            throw new IllegalArgumentException("a grant is more than nothing, at most " + MOST);
        }
    }
}
