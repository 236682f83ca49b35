package dev.pixapi.ledger;

import dev.pixapi.account.AccountId;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Finds accounts. What moves their credits is the ledger's to write. */
public interface AccountStore {
    /** Accounts with grants whose time is over, longest over first. */
    List<AccountId> expiring(Instant now, int limit);

    /** All accounts, in no order that means anything, part by part. */
    Part all(Optional<String> after, int limit);

    /**
     * A part of all accounts.
     *
     * @param next where the next part begins; empty behind the last one
     */
    record Part(List<AccountId> accounts, Optional<String> next) {}
}
