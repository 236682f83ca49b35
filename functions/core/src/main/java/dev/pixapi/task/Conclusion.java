package dev.pixapi.task;

import dev.pixapi.ledger.Ledger;
import dev.pixapi.ledger.SettleOutcome;
import dev.pixapi.ledger.Settlement;
import dev.pixapi.ledger.Task;

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

    Conclusion(Ledger ledger, TaskOpener.Parts parts) {
        this.ledger = ledger;
        this.delivery = new Delivery(parts.media(), parts.clock());
        this.clock = parts.clock();
    }

    SettleOutcome of(Task task) {
        return ledger.settle(
                task,
                delivery.find(task)
                        .map(manifest -> delivery.charge(task, manifest))
                        .orElseGet(() -> givenUp(task)));
    }

    private Settlement givenUp(Task task) {
        LOG.log(System.Logger.Level.WARNING, "{0} is given up", task.id());
        return Settlement.failed(Failures.givenUp(), clock.instant());
    }
}
