package dev.pixapi.task;

import dev.pixapi.api.ApiException;
import dev.pixapi.ledger.Task;
import dev.pixapi.metric.Metric;
import dev.pixapi.metric.Metrics;

/** Accepts a task for a worker. */
public final class SubmitTask {
    private static final System.Logger LOG = System.getLogger(SubmitTask.class.getName());

    private final TaskOpener opener;
    private final TaskQueue queue;
    private final Metrics metrics;

    public SubmitTask(TaskOpener opener, TaskQueue queue, Metrics metrics) {
        this.opener = opener;
        this.queue = queue;
        this.metrics = metrics;
    }

    /** A task as it stands, and whether an earlier request opened it. */
    public record Submitted(Task task, boolean replayed) {}

    /**
     * @throws ApiException when nothing was opened
     */
    public Submitted submit(Submission submission) {
        return switch (opener.openForWorker(submission)) {
            case Opening.Opened(var task, _) -> {
                send(task);
                yield new Submitted(task, false);
            }
            case Opening.Replayed(var task) -> new Submitted(task, true);
        };
    }

    /**
     * A task that could not be sent is held all the same; the sweeper sends it within two minutes.
     */
    private void send(Task task) {
        try {
            queue.send(task.id());
        } catch (RuntimeException failure) {
            LOG.log(System.Logger.Level.WARNING, task.id() + " waits for the sweeper", failure);
            metrics.count(Metric.UNSENT_TASKS);
        }
    }
}
