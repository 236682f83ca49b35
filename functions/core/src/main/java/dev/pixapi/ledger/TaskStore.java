package dev.pixapi.ledger;

import dev.pixapi.account.AccountId;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reads tasks, which only the ledger writes. */
public interface TaskStore {
    /** The newest version. */
    Optional<Task> find(TaskId id);

    /** The account's tasks behind a given one, newest first; one just opened may be missing yet. */
    List<Task> list(AccountId account, int limit, Optional<Task> after);

    /** Tasks that are not terminal and whose next look is due, longest due first. */
    List<Task> due(Instant now, int limit);

    /** Puts off the next look of the sweeper at a task. */
    void postpone(TaskId id, Instant next);
}
