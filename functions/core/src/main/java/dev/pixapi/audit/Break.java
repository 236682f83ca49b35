package dev.pixapi.audit;

import dev.pixapi.account.AccountId;

/**
 * Something that no operation of the ledger could have left.
 *
 * @param invariant by its number in docs/ledger.md
 * @param what should be, and what was found
 */
public record Break(AccountId account, int invariant, String what) {
    /** A row is about a kilobyte, and a longer one costs more with each write. */
    private static final int LONGEST_REASON = 200;

    /** As the account's row keeps it. */
    String reason() {
        var text = "invariant " + invariant + ": " + what;
        return text.length() <= LONGEST_REASON ? text : text.substring(0, LONGEST_REASON);
    }

    @Override
    public String toString() {
        return account + " breaks invariant " + invariant + ": " + what;
    }
}
