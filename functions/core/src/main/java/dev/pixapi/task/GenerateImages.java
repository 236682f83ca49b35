package dev.pixapi.task;

import dev.pixapi.api.ApiException;
import dev.pixapi.api.ErrorCode;
import dev.pixapi.concurrent.Threads;
import dev.pixapi.image.Inputs;
import dev.pixapi.ledger.SettleOutcome.Ended;
import dev.pixapi.ledger.SettleOutcome.Settled;
import dev.pixapi.ledger.SettleOutcome.Superseded;
import dev.pixapi.ledger.Task;

import java.time.Duration;

/** Makes images while the caller waits: opens the task and runs it here. */
public final class GenerateImages {
    private final TaskOpener opener;
    private final TaskRunner runner;
    private final TaskWaiter waiter;
    private final Threads threads;
    private final Duration patience;

    public GenerateImages(TaskOpener opener, TaskRunner runner, TaskOpener.Parts parts) {
        this.opener = opener;
        this.runner = runner;
        this.waiter = new TaskWaiter(parts.tasks(), parts.threads());
        this.threads = parts.threads();
        this.patience = parts.settings().providerTimeout();
    }

    /** A task that has ended, and whether an earlier request opened it. */
    public record Generated(Task task, boolean replayed) {}

    /**
     * @throws ApiException when nothing was opened, or when an earlier request still runs after the
     *     longest wait
     */
    public Generated generate(Submission submission) throws InterruptedException {
        return switch (opener.openForSelf(submission)) {
            case Opening.Opened(var task, var inputs) ->
                    new Generated(run(task, submission, inputs), false);
            case Opening.Replayed(var task) -> new Generated(join(task, patience), true);
        };
    }

    private Task run(Task task, Submission submission, Inputs inputs) throws InterruptedException {
        var began = threads.nanoTime();
        return switch (runner.run(task, submission.request().image(), inputs)) {
            case Settled(var ended) -> ended;
            case Ended(var ended) -> ended;
            // Both together end within the function's time.
            case Superseded() -> join(task, patience.minusNanos(threads.nanoTime() - began));
        };
    }

    private Task join(Task task, Duration atMost) throws InterruptedException {
        return waiter.await(task.id(), atMost)
                .filter(Task::isTerminal)
                .orElseThrow(
                        () ->
                                ApiException.of(
                                        ErrorCode.REQUEST_IN_PROGRESS,
                                        "The first request with this Idempotency-Key still runs."));
    }
}
