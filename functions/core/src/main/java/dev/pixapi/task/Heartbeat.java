package dev.pixapi.task;

import dev.pixapi.ledger.Ledger;
import dev.pixapi.ledger.Task;

import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Prolongs the lease of a running task until it is closed. */
final class Heartbeat implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Heartbeat.class.getName());

    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().factory());
    private final Ledger ledger;
    private final Clock clock;
    private final TaskSettings settings;

    Heartbeat(Ledger ledger, Clock clock, TaskSettings settings) {
        this.ledger = ledger;
        this.clock = clock;
        this.settings = settings;
    }

    Heartbeat of(Task task) {
        var every = settings.heartbeat().toMillis();
        var _ = timer.scheduleWithFixedDelay(() -> beat(task), every, every, TimeUnit.MILLISECONDS);
        return this;
    }

    /**
     * A beat that fails is no reason to stop: the fence decides at the settlement, not the lease.
     */
    private void beat(Task task) {
        try {
            if (!ledger.renew(task, clock.instant().plus(settings.lease()))) {
                LOG.log(System.Logger.Level.WARNING, "{0} was taken over", task.id());
                timer.shutdown();
            }
        } catch (RuntimeException failure) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "a heartbeat of " + task.id() + " failed",
                    failure);
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
