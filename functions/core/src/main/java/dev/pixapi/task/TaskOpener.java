package dev.pixapi.task;

import dev.pixapi.api.ApiException;
import dev.pixapi.api.ErrorCode;
import dev.pixapi.api.Parameters;
import dev.pixapi.catalog.Catalog;
import dev.pixapi.concurrent.Threads;
import dev.pixapi.image.Inputs;
import dev.pixapi.input.InputLoader;
import dev.pixapi.ledger.BrokenRow;
import dev.pixapi.ledger.Failure;
import dev.pixapi.ledger.OpenOutcome.Exists;
import dev.pixapi.ledger.OpenOutcome.Frozen;
import dev.pixapi.ledger.OpenOutcome.Insufficient;
import dev.pixapi.ledger.OpenOutcome.NoAccount;
import dev.pixapi.ledger.OpenOutcome.Opened;
import dev.pixapi.ledger.OpenOutcome.Resharded;
import dev.pixapi.ledger.OpenOutcome.TooManyTasks;
import dev.pixapi.ledger.Order;
import dev.pixapi.ledger.Progress;
import dev.pixapi.ledger.Settlement;
import dev.pixapi.ledger.Task;
import dev.pixapi.ledger.TaskId;
import dev.pixapi.ledger.TaskStore;
import dev.pixapi.media.MediaStore;
import dev.pixapi.metric.Metrics;
import dev.pixapi.provider.Router;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** Opens tasks: prices, holds, keeps the request. What the sync and the async path share. */
public final class TaskOpener {
    private final Catalog catalog;
    private final Router router;
    private final InputLoader loader;
    private final Admission admission;
    private final Parts parts;

    /** What a new task is made with. */
    public record Parts(
            MediaStore media,
            TaskStore tasks,
            Ids ids,
            Clock clock,
            TaskSettings settings,
            Threads threads,
            Metrics metrics) {}

    public TaskOpener(
            Catalog catalog, Router router, InputLoader loader, Admission admission, Parts parts) {
        this.catalog = catalog;
        this.loader = loader;
        this.router = router;
        this.admission = admission;
        this.parts = parts;
    }

    /** Opens a task that waits for a worker. */
    Opening openForWorker(Submission submission) {
        return open(submission, _ -> Progress.submitted());
    }

    /** Opens a task that is run by whoever opened it, under a lease from the start. */
    Opening openForSelf(Submission submission) {
        var lease = parts.settings.lease();
        return open(submission, now -> Progress.running(now, now.plus(lease)));
    }

    /**
     * @param start how far the task has come when it is opened, which is when its images are here:
     *     a lease that ran while they were fetched would end under its runner
     */
    private Opening open(Submission submission, Function<Instant, Progress> start) {
        var reaches = reaches(submission);
        var earlier =
                reaches && submission.sources().areNone()
                        ? Optional.<Task>empty()
                        : earlier(submission);
        if (earlier.isPresent()) {
            return replay(earlier.get(), submission);
        }
        if (!reaches) {
            throw unavailable(submission);
        }
        var account = submission.principal().account();
        var inputs = loader.load(account, submission.sources());
        var order = order(submission);
        return open(new Task(order, start.apply(order.created())), submission, inputs);
    }

    private Opening open(Task task, Submission submission, Inputs inputs) {
        return switch (admission.open(task)) {
            case Opened(var opened) -> begin(opened, submission, inputs);
            case Exists(var existing) when isOurs(existing, task) ->
                    begin(task.in(existing.shard()), submission, inputs);
            case Exists(var existing) -> replay(existing, submission);
            case Insufficient(var available) ->
                    throw ApiException.of(
                            ErrorCode.INSUFFICIENT_CREDITS,
                            "This request needs %s credits; %s are available."
                                    .formatted(task.order().hold(), available));
            case TooManyTasks(var limit) ->
                    throw ApiException.of(
                            ErrorCode.TOO_MANY_TASKS,
                            "This account has " + limit + " tasks in flight, which is its limit.");
            case Frozen() ->
                    throw ApiException.of(
                            ErrorCode.ACCOUNT_FROZEN,
                            "This account is frozen until its operator has looked at its credits.");
            case Resharded(var shards) ->
                    throw new IllegalStateException("an account of " + shards + " shards");
            case NoAccount() -> throw new BrokenRow("a key without account: " + task.order().key());
        };
    }

    /** Its token was made for this very opening: only the reply was lost, and it was sent again. */
    private static boolean isOurs(Task existing, Task ours) {
        return existing.order().mediaToken().equals(ours.order().mediaToken());
    }

    private Opening begin(Task task, Submission submission, Inputs inputs) {
        keepRequest(task, submission.parameters(), inputs);
        return new Opening.Opened(task, inputs);
    }

    /**
     * The task of an earlier request, looked for where images would be fetched again or the model
     * is away: what was there then may be gone since. Elsewhere the opening itself finds it,
     * without a read.
     */
    private Optional<Task> earlier(Submission submission) {
        return submission
                .idempotencyKey()
                .map(key -> TaskId.of(submission.principal().account(), key))
                .flatMap(parts.tasks::find);
    }

    private boolean reaches(Submission submission) {
        var mode = submission.principal().account().mode();
        return router.reaches(mode, submission.request().image());
    }

    /** Before anything is held: a model without a provider would only fail. */
    private static ApiException unavailable(Submission submission) {
        return ApiException.of(
                ErrorCode.MODEL_UNAVAILABLE,
                submission.request().image().model() + " is not available here at the moment.");
    }

    private static Opening replay(Task existing, Submission submission) {
        if (!existing.order().digest().equals(submission.digest())) {
            throw ApiException.at(
                    "Idempotency-Key",
                    ErrorCode.IDEMPOTENCY_KEY_REUSED,
                    "This Idempotency-Key was used for another request.");
        }
        return new Opening.Replayed(existing);
    }

    /**
     * A runner that takes over later reads it from here. Without it the task could only wait to
     * fail.
     */
    private void keepRequest(Task task, Parameters parameters, Inputs inputs) {
        try {
            new KeptRequests(parts).keep(task, parameters, inputs);
        } catch (RuntimeException failure) {
            var reason =
                    new Failure(ErrorCode.INTERNAL_ERROR.wireName(), "The task was not begun.");
            admission.ledger().settle(task, Settlement.failed(reason, parts.clock.instant()));
            throw failure;
        }
    }

    private Order order(Submission submission) {
        var request = submission.request();
        var principal = submission.principal();
        var price = catalog.price(request.image());
        var now = Instant.ofEpochMilli(parts.clock.millis());
        return new Order(
                submission
                        .idempotencyKey()
                        .map(key -> TaskId.of(principal.account(), key))
                        .orElseGet(parts.ids::task),
                principal.account(),
                principal.key(),
                submission.digest(),
                submission.path(),
                request.image().model(),
                request.responseFormat().wireName(),
                request.image().count(),
                price.total(),
                price.perImage(),
                price.version(),
                parts.ids.mediaToken(),
                submission.retention(),
                now,
                now.plus(parts.settings.deadline()),
                Optional.ofNullable(request.image().hints().get("user")),
                request.metadata());
    }
}
