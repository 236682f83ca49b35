package dev.pixapi.audit;

import dev.pixapi.account.AccountId;
import dev.pixapi.ledger.BrokenRow;
import dev.pixapi.ledger.Shard;

/** What became of a row of an account, by one write. */
public sealed interface RowVersion {
    AccountId account();

    /** Whether the account was frozen by then. */
    boolean isFrozen();

    record Written(AccountId account, Shard row) implements RowVersion {
        @Override
        public boolean isFrozen() {
            return row.frozen().isPresent();
        }
    }

    /** A counter is absent, negative, or no number. */
    record Unreadable(AccountId account, BrokenRow why, boolean isFrozen) implements RowVersion {}

    record Removed(AccountId account, int shard) implements RowVersion {
        @Override
        public boolean isFrozen() {
            return false;
        }
    }
}
