package dev.pixapi.metric;

import dev.pixapi.account.AccountId;
import dev.pixapi.ledger.AdjustOutcome;
import dev.pixapi.ledger.Adjustment;
import dev.pixapi.ledger.Balance;
import dev.pixapi.ledger.ClaimOutcome;
import dev.pixapi.ledger.ClaimOutcome.Claimed;
import dev.pixapi.ledger.ClaimTerms;
import dev.pixapi.ledger.Credits;
import dev.pixapi.ledger.Entry;
import dev.pixapi.ledger.Failure;
import dev.pixapi.ledger.Grant;
import dev.pixapi.ledger.GrantOutcome;
import dev.pixapi.ledger.Ledger;
import dev.pixapi.ledger.OpenOutcome;
import dev.pixapi.ledger.OpenOutcome.Opened;
import dev.pixapi.ledger.Page;
import dev.pixapi.ledger.Refund;
import dev.pixapi.ledger.RefundOutcome;
import dev.pixapi.ledger.RefundOutcome.Refunded;
import dev.pixapi.ledger.SettleOutcome;
import dev.pixapi.ledger.SettleOutcome.Settled;
import dev.pixapi.ledger.Settlement;
import dev.pixapi.ledger.Shard;
import dev.pixapi.ledger.Task;
import dev.pixapi.ledger.TaskId;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A ledger whose moves are counted: a task is opened, and ends, in one place, whoever asks for it.
 * A move that was done and whose reply was lost on the way is not counted.
 */
public final class MeasuredLedger implements Ledger {
    private static final System.Logger LOG = System.getLogger(MeasuredLedger.class.getName());

    private final Ledger ledger;
    private final Metrics metrics;

    public MeasuredLedger(Ledger ledger, Metrics metrics) {
        this.ledger = ledger;
        this.metrics = metrics;
    }

    @Override
    public void createAccount(AccountId account, long mostTasks) {
        ledger.createAccount(account, mostTasks);
    }

    @Override
    public GrantOutcome grant(Grant grant) {
        return ledger.grant(grant);
    }

    @Override
    public OpenOutcome open(Task task, int shards) {
        var outcome = ledger.open(task, shards);
        if (outcome instanceof Opened(var opened)) {
            metrics.count(Metric.TASKS_OPENED, mode(opened));
        }
        return outcome;
    }

    /** Whoever takes a task up for the second time has found it without its runner. */
    @Override
    public ClaimOutcome claim(TaskId id, ClaimTerms terms) {
        var outcome = ledger.claim(id, terms);
        if (outcome instanceof Claimed(var task) && task.progress().attempts() > 1) {
            metrics.count(Metric.LOST_RUNNERS);
        }
        return outcome;
    }

    @Override
    public boolean renew(Task claimed, Instant leaseEnds) {
        return ledger.renew(claimed, leaseEnds);
    }

    @Override
    public SettleOutcome settle(Task task, Settlement settlement) {
        var outcome = ledger.settle(task, settlement);
        if (outcome instanceof Settled(var ended)) {
            ended(ended);
        }
        return outcome;
    }

    private void ended(Task task) {
        switch (task.status()) {
            case COMPLETED -> {
                var mode = Optional.of(mode(task));
                // Images that cost nothing are not told apart: as many as were asked for.
                var images = task.delivered().orElse(task.order().count());
                metrics.add(Metric.TASKS_COMPLETED, mode, 1);
                metrics.add(Metric.IMAGES_DELIVERED, mode, images);
                metrics.add(Metric.CREDITS_SPENT, mode, task.progress().charged().roughly());
            }
            case FAILED ->
                    metrics.add(
                            Metric.TASKS_FAILED, task.progress().failure().map(Failure::code), 1);
            case CANCELED -> metrics.count(Metric.TASKS_CANCELED);
            case SUBMITTED, PROCESSING -> {}
        }
    }

    @Override
    public RefundOutcome refund(Refund refund) {
        var outcome = ledger.refund(refund);
        if (outcome instanceof Refunded(var task)) {
            var mode = Optional.of(mode(task));
            metrics.add(Metric.CREDITS_REFUNDED, mode, refund.credits().roughly());
        }
        return outcome;
    }

    @Override
    public List<Entry> expire(AccountId account, Instant now) {
        return ledger.expire(account, now);
    }

    @Override
    public AdjustOutcome adjust(Adjustment adjustment) {
        return ledger.adjust(adjustment);
    }

    @Override
    public void freeze(AccountId account, String reason) {
        ledger.freeze(account, reason);
    }

    @Override
    public boolean unfreeze(AccountId account) {
        return ledger.unfreeze(account);
    }

    @Override
    public List<Shard> shards(AccountId account) {
        return ledger.shards(account);
    }

    @Override
    public List<Shard> glance(AccountId account) {
        return ledger.glance(account);
    }

    @Override
    public boolean move(AccountId account, int from, int to, Credits credits) {
        return ledger.move(account, from, to, credits);
    }

    @Override
    public void reshard(AccountId account, int shards) {
        ledger.reshard(account, shards);
    }

    /** One that does not add up is answered all the same: its reader can do nothing about it. */
    @Override
    public Optional<Balance> balance(AccountId account) {
        var balance = ledger.balance(account);
        if (balance.filter(found -> !found.addsUp()).isPresent()) {
            LOG.log(System.Logger.Level.ERROR, "the balance of {0} does not add up", account);
            metrics.count(Metric.LEDGER_BREAKS);
        }
        return balance;
    }

    @Override
    public List<Entry> entries(AccountId account, Page page) {
        return ledger.entries(account, page);
    }

    @Override
    public List<Entry> entriesOf(Task task) {
        return ledger.entriesOf(task);
    }

    private static String mode(Task task) {
        return task.order().account().mode().wireName();
    }
}
