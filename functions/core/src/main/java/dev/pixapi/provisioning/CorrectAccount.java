package dev.pixapi.provisioning;

import dev.pixapi.account.AccountId;
import dev.pixapi.ledger.AdjustOutcome;
import dev.pixapi.ledger.Adjustment;
import dev.pixapi.ledger.Changes;
import dev.pixapi.ledger.Credits;
import dev.pixapi.ledger.Entry;
import dev.pixapi.ledger.Entry.Kind;
import dev.pixapi.ledger.Ledger;
import dev.pixapi.ledger.Refund;
import dev.pixapi.ledger.RefundOutcome;
import dev.pixapi.ledger.RefundOutcome.NotCharged;
import dev.pixapi.ledger.RefundOutcome.RefundedBefore;
import dev.pixapi.ledger.RefundOutcome.TooMuch;
import dev.pixapi.ledger.Shard;
import dev.pixapi.ledger.Task;
import dev.pixapi.ledger.TaskId;
import dev.pixapi.ledger.TaskStore;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Puts right what went wrong in an account: nobody but the operator asks for any of it. */
public final class CorrectAccount {
    private final Ledger ledger;
    private final TaskStore tasks;
    private final Clock clock;

    public CorrectAccount(Ledger ledger, TaskStore tasks, Clock clock) {
        this.ledger = ledger;
        this.tasks = tasks;
        this.clock = clock;
    }

    /**
     * The rows of the account.
     *
     * @throws IllegalArgumentException when there is no such account
     */
    public List<Shard> shards(AccountId account) {
        var shards = ledger.shards(account);
        if (shards.isEmpty()) {
            throw new IllegalArgumentException("account: there is no account " + account);
        }
        return shards;
    }

    /**
     * @param credits to give back; empty for all that is left of the charge
     * @throws IllegalArgumentException when the account has no such task
     */
    public RefundOutcome refund(
            AccountId account, TaskId id, String refund, Optional<Credits> credits) {
        var task =
                tasks.find(id)
                        .filter(found -> found.order().account().equals(account))
                        .orElseThrow(
                                () ->
                                        new IllegalArgumentException(
                                                "refund.task: " + account + " has no such task"));
        var progress = task.progress();
        var asked = credits.orElseGet(() -> progress.charged().minus(progress.refunded()));
        return asked.equals(Credits.ZERO)
                ? nothingIsLeft(task, refund)
                : ledger.refund(new Refund(task, refund, asked, clock.instant()));
    }

    /** Perhaps since this very refund was made: its reply was lost. */
    private RefundOutcome nothingIsLeft(Task task, String refund) {
        var progress = task.progress();
        return ledger.entriesOf(task).stream()
                .filter(entry -> entry.kind() == Kind.REFUND)
                .filter(entry -> entry.part().equals(Optional.of(refund)))
                .findAny()
                .map(Entry::credits)
                .<RefundOutcome>map(RefundedBefore::new)
                .orElseGet(
                        () ->
                                progress.charged().equals(Credits.ZERO)
                                        ? new NotCharged()
                                        : new TooMuch(progress.charged(), progress.refunded()));
    }

    /** From now on nothing more is held. The first reason stays. */
    public void freeze(AccountId account, String reason) {
        ledger.freeze(account, reason);
    }

    /** False when it was not frozen. */
    public boolean unfreeze(AccountId account) {
        return ledger.unfreeze(account);
    }

    /**
     * Changes the counters of a frozen account.
     *
     * @param id once for each, whatever is asked for under it
     */
    public AdjustOutcome adjust(AccountId account, int shard, String id, Changes changes) {
        return ledger.adjust(new Adjustment(account, shard, id, changes, clock.instant()));
    }

    /** Spreads the account over more rows; it never gets fewer. */
    public void reshard(AccountId account, int shards) {
        ledger.reshard(account, shards);
    }
}
