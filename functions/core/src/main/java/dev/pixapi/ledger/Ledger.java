package dev.pixapi.ledger;

import dev.pixapi.account.AccountId;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Keeps credits and the tasks that hold them. Every operation is one atomic write with a condition,
 * may be repeated, and reports what it found instead of failing.
 *
 * <p>Invariants, at every moment: available + held + spent + expired − refunded = granted; nothing
 * is negative; held is the sum of the holds of tasks that are not terminal; spent is the sum of
 * settle entries; a task settles once, for at most its hold.
 */
public interface Ledger {
    /** Adds an account with no credits; one that is there stays as it is. */
    void createAccount(AccountId account, long mostTasks);

    GrantOutcome grant(Grant grant);

    /** Moves the hold from available to held and puts the task, or neither. */
    OpenOutcome open(Task task);

    /** Takes a lease and a higher fence, where no live lease is. */
    ClaimOutcome claim(TaskId id, ClaimTerms terms);

    /** Prolongs the lease of a claimed task. False when its fence is no longer the newest. */
    boolean renew(Task claimed, Instant leaseEnds);

    /**
     * Ends a task: hold out of held, charge into spent, the rest back to available, the entry put;
     * or nothing of it. The fence of {@code task} must still be the newest.
     */
    SettleOutcome settle(Task task, Settlement settlement);

    Optional<Balance> balance(AccountId account);

    /** Entries, newest first. */
    List<Entry> entries(AccountId account, Page page);
}
