package dev.pixapi.ledger;

import dev.pixapi.account.AccountId;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reads tasks. What moves credits is the ledger's to write. */
public interface TaskStore {
    /** The newest version. */
    Optional<Task> find(TaskId id);

    /** The account's tasks behind a given one, newest first; one just opened may be missing yet. */
    List<Task> list(AccountId account, int limit, Optional<Task> after);

    /** Tasks that are not terminal and whose next look is due, longest due first. */
    Due due(Instant now, int limit);

    /** Puts off the next look of the sweeper at a task. */
    void postpone(TaskId id, Instant next);

    /**
     * Notes that the media of a task that has ended were deleted; the first time stays. Empty when
     * it has not ended, or is no longer the one that was read.
     */
    Optional<Task> markMediaDeleted(Task task, Instant now);
}
