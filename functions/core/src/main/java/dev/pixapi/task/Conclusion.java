package dev.pixapi.task;

import dev.pixapi.ledger.Ledger;
import dev.pixapi.ledger.SettleOutcome;
import dev.pixapi.ledger.SettleOutcome.Settled;
import dev.pixapi.ledger.Settlement;
import dev.pixapi.ledger.Task;
import dev.pixapi.metric.Metric;
import dev.pixapi.metric.Metrics;

import java.time.Clock;

/**
 * Ends a task that may not be paid for again: from its images, where a runner had stored them
 * before it died, else without.
 */
final class Conclusion {
    private static final System.Logger LOG = System.getLogger(Conclusion.class.getName());

    private final Ledger ledger;
    private final Delivery delivery;
    private final Clock clock;
    private final Metrics metrics;
    private final Losses losses;

    Conclusion(Ledger ledger, TaskOpener.Parts parts) {
        this.ledger = ledger;
        this.delivery = new Delivery(parts);
        this.clock = parts.clock();
        this.metrics = parts.metrics();
        this.losses = new Losses(metrics);
    }

    SettleOutcome of(Task task) {
        return delivery.find(task)
                .map(manifest -> ledger.settle(task, delivery.charge(task, manifest)))
                .orElseGet(() -> giveUp(task));
    }

    private SettleOutcome giveUp(Task task) {
        LOG.log(System.Logger.Level.WARNING, "{0} is given up", task.id());
        var outcome = ledger.settle(task, Settlement.failed(Failures.givenUp(), clock.instant()));
        if (outcome instanceof Settled) {
            metrics.count(Metric.TASKS_GIVEN_UP);
            losses.runnerLost(task);
        }
        return outcome;
    }
}
