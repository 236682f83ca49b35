package dev.pixapi.audit;

import dev.pixapi.account.AccountId;

import java.util.Optional;

/** Keeps how far the auditor has come. */
public interface AuditStore {
    /** {@link Mark#START} for an account that was never audited. */
    Mark mark(AccountId account);

    /** The mark as a whole: of two runs at one time, either's is a right one. */
    void keep(AccountId account, Mark mark);

    /** Where in the list of accounts the next run goes on; empty for its beginning. */
    Optional<String> place();

    void keepPlace(Optional<String> place);
}
