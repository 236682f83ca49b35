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

    /**
     * Moves the hold from available to held, in the shard that the order names, and puts the task,
     * or neither. A frozen account holds nothing more.
     *
     * @param shards how many the caller thinks that the account has
     */
    OpenOutcome open(Task task, int shards);

    /** In an account of one shard, as most are. */
    default OpenOutcome open(Task task) {
        return open(task, 1);
    }

    /** Takes a lease and a higher fence, where no live lease is. */
    ClaimOutcome claim(TaskId id, ClaimTerms terms);

    /** Prolongs the lease of a claimed task. False when its fence is no longer the newest. */
    boolean renew(Task claimed, Instant leaseEnds);

    /**
     * Ends a task: hold out of held, charge into spent, the rest back to available, the entry put;
     * or nothing of it. The fence of {@code task} must still be the newest.
     */
    SettleOutcome settle(Task task, Settlement settlement);

    /**
     * Gives back of a charge: available and refunded rise, in the shard of the task, and an entry
     * is put; all refunds of a task together never exceed its charge.
     */
    RefundOutcome refund(Refund refund);

    /**
     * Lets expire what is left of grants whose time is over: available into expired, an entry for
     * each. What tasks hold is used from the grants that expire first, and stays until they end.
     *
     * @return the entries that were put; none when there was nothing to do
     */
    List<Entry> expire(AccountId account, Instant now);

    /** Changes the counters of a frozen account, and puts the entry that says so. */
    AdjustOutcome adjust(Adjustment adjustment);

    /**
     * From now on nothing more is held; what is held is settled as ever. The first reason stays.
     */
    void freeze(AccountId account, String reason);

    /** False when it was not frozen. */
    boolean unfreeze(AccountId account);

    /** The rows of an account, as they stood at one moment; none for no account. */
    List<Shard> shards(AccountId account);

    /**
     * The rows of an account, one after the other: credits that move meanwhile may be seen where
     * they were and where they are, or at neither place. Unlike a snapshot, it waits for no write.
     */
    default List<Shard> glance(AccountId account) {
        return shards(account);
    }

    /**
     * Moves available credits between shards, as far as they suffice. False when they do not, or
     * when the account is frozen.
     */
    boolean move(AccountId account, int from, int to, Credits credits);

    /**
     * Gives an account more shards; never fewer. The new ones are empty, and each may have its part
     * of the account's tasks.
     */
    void reshard(AccountId account, int shards);

    /** The sum of its shards, at one moment. */
    Optional<Balance> balance(AccountId account);

    /** Entries, newest first. */
    List<Entry> entries(AccountId account, Page page);

    /** The entries of one task, oldest first: its settlement, and its refunds. */
    List<Entry> entriesOf(Task task);
}
