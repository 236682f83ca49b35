package dev.pixapi.task;

import dev.pixapi.concurrent.Threads;
import dev.pixapi.ledger.Ledger;
import dev.pixapi.ledger.Task;

import java.time.Clock;

/** Prolongs the lease of a running task until it is closed. */
final class Heartbeat {
    private static final System.Logger LOG = System.getLogger(Heartbeat.class.getName());

    private final Ledger ledger;
    private final Clock clock;
    private final Threads threads;
    private final TaskSettings settings;

    Heartbeat(Ledger ledger, TaskOpener.Parts parts) {
        this.ledger = ledger;
        this.clock = parts.clock();
        this.threads = parts.threads();
        this.settings = parts.settings();
    }

    Threads.Repetition of(Task task) {
        return threads.repeat(settings.heartbeat(), () -> beat(task));
    }

    /**
     * A beat that fails is no reason to stop: the fence decides at the settlement, not the lease.
     */
    private boolean beat(Task task) {
        try {
            if (ledger.renew(task, clock.instant().plus(settings.lease()))) {
                return true;
            }
            LOG.log(System.Logger.Level.WARNING, "{0} was taken over", task.id());
            return false;
        } catch (RuntimeException failure) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "a heartbeat of " + task.id() + " failed",
                    failure);
            return true;
        }
    }
}
