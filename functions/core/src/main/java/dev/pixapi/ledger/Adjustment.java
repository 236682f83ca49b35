package dev.pixapi.ledger;

import dev.pixapi.account.AccountId;

import java.time.Instant;

/**
 * An operator's correction of a frozen account, whose counters were found not to add up; once for
 * each id of the account. Nothing but an operator makes one.
 *
 * @param shard whose counters are changed
 */
public record Adjustment(AccountId account, int shard, String id, Changes changes, Instant time) {
    public Adjustment {
        Grant.requireId(id, "an adjustment id");
        if (changes.areNone()) {
            throw new IllegalArgumentException("an adjustment changes something");
        }
    }
}
