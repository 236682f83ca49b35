package dev.pixapi.audit;

import dev.pixapi.account.AccountId;

import java.util.List;
import java.util.Optional;

/** The entries of accounts as they stand in the table. */
public interface Book {
    /**
     * An account's lines, oldest first, with all that was written before the call.
     *
     * @param after the id behind which they begin; empty for the first
     * @throws dev.pixapi.ledger.BrokenRow when one cannot be read
     */
    List<BookLine> lines(AccountId account, Optional<String> after, int limit);
}
