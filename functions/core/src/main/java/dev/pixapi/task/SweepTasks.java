package dev.pixapi.task;

import dev.pixapi.ledger.BrokenRow;
import dev.pixapi.ledger.Due;
import dev.pixapi.ledger.Ledger;
import dev.pixapi.ledger.Task;
import dev.pixapi.ledger.TaskId;
import dev.pixapi.ledger.TaskStore;
import dev.pixapi.metric.Metric;
import dev.pixapi.metric.Metrics;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;

/**
 * Finds tasks that were lost (never sent, their message or their runner gone) and sets them going
 * again.
 */
public final class SweepTasks {
    private static final System.Logger LOG = System.getLogger(SweepTasks.class.getName());

    /** Of one sweep; the next one goes on with the rest. */
    private static final int MOST = 5_000;

    /** The longest time between two messages of one task that waits. */
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(2);

    private final Conclusion conclusion;
    private final TaskStore tasks;
    private final TaskQueue queue;
    private final Clock clock;
    private final TaskSettings settings;
    private final Metrics metrics;

    public SweepTasks(Ledger ledger, TaskStore tasks, TaskQueue queue, TaskOpener.Parts parts) {
        this.conclusion = new Conclusion(ledger, parts);
        this.tasks = tasks;
        this.queue = queue;
        this.clock = parts.clock();
        this.settings = parts.settings();
        this.metrics = parts.metrics();
    }

    /** What a sweep did; what failed is looked at again by the next one. */
    public record Swept(int sent, int ended, int failed) {}

    public Swept sweep() {
        try {
            var now = clock.instant();
            return sweep(tasks.due(now, MOST), now);
        } catch (RuntimeException failure) {
            metrics.fault(Metric.SWEEP_FAILURES, failure);
            throw failure;
        }
    }

    private Swept sweep(Due due, Instant now) {
        metrics.add(Metric.OLDEST_DUE_SECONDS, (double) oldest(due.tasks(), now).toSeconds());
        var done = new EnumMap<Step, Integer>(Step.class);
        due.tasks().forEach(task -> done.merge(step(task, now), 1, Integer::sum));
        due.broken().forEach(row -> done.merge(passedBy(row), 1, Integer::sum));
        return new Swept(
                done.getOrDefault(Step.SENT, 0),
                done.getOrDefault(Step.ENDED, 0),
                done.getOrDefault(Step.FAILED, 0));
    }

    /** Of those that nobody works on; none for none. */
    private static Duration oldest(List<Task> due, Instant now) {
        return due.stream()
                .filter(task -> isIdle(task, now))
                .map(task -> Duration.between(task.order().created(), now))
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }

    private static boolean isIdle(Task task, Instant now) {
        return !task.isTerminal() && !task.progress().isLeased(now);
    }

    /** What became of one task. */
    private enum Step {
        LEFT,
        SENT,
        ENDED,
        FAILED
    }

    /** The failure of one is no reason to leave the others. */
    private Step step(Task task, Instant now) {
        try {
            if (!isIdle(task, now)) {
                return Step.LEFT;
            }
            if (isPastDeadline(task, now)) {
                conclusion.of(task);
                return Step.ENDED;
            }
            resend(task, now);
            metrics.count(Metric.TASKS_RESENT);
            return Step.SENT;
        } catch (RuntimeException failure) {
            LOG.log(System.Logger.Level.ERROR, "the sweep of " + task.id() + " failed", failure);
            metrics.fault(Metric.SWEEP_FAILURES, failure);
            return Step.FAILED;
        }
    }

    /** It stays due, so that every sweep tells of it until somebody has mended the row. */
    private Step passedBy(BrokenRow row) {
        LOG.log(System.Logger.Level.ERROR, "a task that is due cannot be read", row);
        metrics.fault(Metric.SWEEP_FAILURES, row);
        return Step.FAILED;
    }

    /** A dead letter: ends a task that has no runner, and leaves one that has to the next sweep. */
    public void bury(TaskId id) {
        metrics.count(Metric.DEAD_LETTERS);
        var now = clock.instant();
        tasks.find(id).filter(task -> isIdle(task, now)).ifPresent(conclusion::of);
    }

    /** Attempts that are used up are for the worker to see, which is the one that counts them. */
    private static boolean isPastDeadline(Task task, Instant now) {
        return !task.order().deadline().isAfter(now);
    }

    /** Sent first, put off second: a crash between the two sends once more, which harms nothing. */
    private void resend(Task task, Instant now) {
        queue.send(task.id());
        var age = Duration.between(task.order().created(), now);
        var pause = age.compareTo(LONGEST_PAUSE) < 0 ? age : LONGEST_PAUSE;
        tasks.postpone(
                task.id(),
                now.plus(pause.compareTo(settings.resend()) < 0 ? settings.resend() : pause));
    }
}
