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

    Conclusion(Ledger ledger, TaskOpener.Parts parts) {
        this.ledger = ledger;
        this.delivery = new Delivery(parts);
        this.clock = parts.clock();
        this.metrics = parts.metrics();
    }

    SettleOutcome of(Task task) {
        return delivery.find(task)
                .map(manifest -> ledger.settle(task, charge(task, manifest)))
                .orElseGet(() -> giveUp(task));
    }

    /** One of its runs has delivered. */
    private Settlement charge(Task task, Manifest manifest) {
        var atRisk = Losses.ofRuns(task, task.progress().attempts() - 1);
        return delivery.charge(task, manifest).atRisk(atRisk);
    }

    private SettleOutcome giveUp(Task task) {
        LOG.log(System.Logger.Level.WARNING, "{0} is given up", task.id());
        var atRisk = Losses.ofRuns(task, task.progress().attempts());
        var settlement = Settlement.failed(Failures.givenUp(), clock.instant()).atRisk(atRisk);
        var outcome = ledger.settle(task, settlement);
        if (outcome instanceof Settled) {
            metrics.count(Metric.TASKS_GIVEN_UP);
            new Losses(metrics).givenUp(task);
        }
        return outcome;
    }
}
