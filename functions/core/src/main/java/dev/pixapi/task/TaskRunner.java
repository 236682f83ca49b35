package dev.pixapi.task;

import dev.pixapi.api.ApiException;
import dev.pixapi.image.ImageRequest;
import dev.pixapi.image.Inputs;
import dev.pixapi.ledger.Failure;
import dev.pixapi.ledger.Ledger;
import dev.pixapi.ledger.SettleOutcome;
import dev.pixapi.ledger.SettleOutcome.Ended;
import dev.pixapi.ledger.SettleOutcome.Settled;
import dev.pixapi.ledger.SettleOutcome.Superseded;
import dev.pixapi.ledger.Settlement;
import dev.pixapi.ledger.Task;
import dev.pixapi.media.MediaStore;
import dev.pixapi.metric.Metric;
import dev.pixapi.metric.Metrics;
import dev.pixapi.provider.Budget;
import dev.pixapi.provider.Journal;
import dev.pixapi.provider.ProviderOutcome;
import dev.pixapi.provider.ProviderOutcome.Images;
import dev.pixapi.provider.ProviderOutcome.Unknown;
import dev.pixapi.provider.Router;

import java.time.Clock;
import java.util.Optional;

/** Runs a task that is claimed: the paid call, the delivery, the settlement. */
public final class TaskRunner {
    private static final System.Logger LOG = System.getLogger(TaskRunner.class.getName());

    private final Router router;
    private final Ledger ledger;
    private final MediaStore media;
    private final Delivery delivery;
    private final Clock clock;
    private final TaskSettings settings;
    private final Metrics metrics;
    private final Heartbeat heartbeat;

    public TaskRunner(Router router, Ledger ledger, TaskOpener.Parts parts) {
        this.router = router;
        this.ledger = ledger;
        this.media = parts.media();
        this.delivery = new Delivery(parts);
        this.clock = parts.clock();
        this.settings = parts.settings();
        this.metrics = parts.metrics();
        this.heartbeat = new Heartbeat(ledger, parts);
    }

    /**
     * Ends the task, one way or the other. What fails before the settlement fails the task. A
     * settlement that fails leaves it to the sweeper: the images are stored by then, so whoever
     * takes it up settles from them and pays for nothing.
     *
     * @throws IllegalStateException when it could not be settled. It may yet be charged, so this is
     *     never a refusal that a client would repeat
     * @throws InterruptedException when this process is told to stop; the task stays claimed
     */
    public SettleOutcome run(Task task, ImageRequest image, Inputs inputs)
            throws InterruptedException {
        try (var _ = heartbeat.of(task)) {
            var earlier = earlier(task);
            return settle(
                    task,
                    earlier.isPresent()
                            ? charge(task, earlier.get())
                            : settlementOrFailure(task, image, inputs));
        }
    }

    /**
     * What an earlier runner has delivered. Should this look fail, the task is left as it is: to
     * fail it would take images from its caller that are there and paid for.
     */
    private Optional<Manifest> earlier(Task task) {
        return task.progress().attempts() > 1 ? delivery.find(task) : Optional.empty();
    }

    /** One of the runs before this one has delivered. */
    private Settlement charge(Task task, Manifest manifest) {
        var atRisk = Losses.ofRuns(task, task.progress().attempts() - 2);
        return delivery.charge(task, manifest).atRisk(atRisk);
    }

    /** Without a run. Runners that had the task before may have been in the middle of a call. */
    public SettleOutcome fail(Task task, Failure failure) {
        var losses = lossesBefore(task);
        return ledger.settle(task, failed(failure).atRisk(losses.atRisk()));
    }

    private Losses lossesBefore(Task task) {
        var losses = new Losses(metrics);
        if (task.progress().attempts() > 1) {
            losses.runnerLost(task);
        }
        return losses;
    }

    private SettleOutcome settle(Task task, Settlement settlement) {
        try {
            var outcome = ledger.settle(task, settlement);
            if (outcome instanceof Ended(var ended)) {
                removeWhatCameTooLate(ended);
                new Losses(metrics).tooLate(ended, settlement);
            }
            if (isTakenOver(task, outcome)) {
                metrics.count(Metric.LOST_LEASES);
            }
            return outcome;
        } catch (ApiException busy) {
            throw new IllegalStateException(task.id() + " is left to the sweeper", busy);
        }
    }

    private static boolean isTakenOver(Task task, SettleOutcome outcome) {
        return switch (outcome) {
            case Settled _ -> false;
            case Ended(var ended) -> ended.progress().fence() != task.progress().fence();
            case Superseded() -> true;
        };
    }

    /** Another runner ended the task, and a caller deleted its media before ours were stored. */
    private void removeWhatCameTooLate(Task ended) {
        if (ended.progress().mediaDeleted().isPresent()) {
            MediaKeys.ofRun(ended).forEach(media::deleteBelow);
        }
    }

    private Settlement settlementOrFailure(Task task, ImageRequest image, Inputs inputs)
            throws InterruptedException {
        var mode = task.order().account().mode();
        var journal = new Journal(clock, metrics.wherePaid(mode));
        var losses = lossesBefore(task);
        try {
            return settlement(new Run(task, journal, losses), image, inputs)
                    .atRisk(losses.atRisk());
        } catch (RuntimeException | VirtualMachineError failure) {
            // Out of memory or stack, as the next runner would be, which pays once more.
            LOG.log(System.Logger.Level.ERROR, task.id() + " failed", failure);
            metrics.fault(Metric.INTERNAL_ERRORS, failure);
            delivery.note(task, journal);
            return failed(Failures.internal()).atRisk(losses.atRisk());
        }
    }

    /** One run of a task: what it asked of providers, and what it may have cost in vain. */
    private record Run(Task task, Journal journal, Losses losses) {}

    private Settlement settlement(Run run, ImageRequest image, Inputs inputs)
            throws InterruptedException {
        var task = run.task;
        var budget = Budget.of(settings.providerTimeout(), run.journal);
        var outcome = router.generate(task.order().account().mode(), image, inputs, budget);
        run.losses.unknown(task, outcome);
        return delivered(run, image, outcome)
                // A runner that was taken for dead may have delivered in the meantime.
                .or(() -> earlier(task))
                .map(manifest -> delivery.charge(task, manifest))
                .orElseGet(() -> undelivered(run, outcome));
    }

    private Optional<Manifest> delivered(Run run, ImageRequest image, ProviderOutcome outcome) {
        return outcome instanceof Images images
                ? delivery.store(run.task, image, images, run.journal)
                : Optional.empty();
    }

    private Settlement undelivered(Run run, ProviderOutcome outcome) {
        if (outcome instanceof Unknown(var detail)) {
            // The operator may have been charged for it; the caller never is.
            LOG.log(
                    System.Logger.Level.WARNING,
                    "{0}: unknown outcome of a paid call: {1}",
                    run.task.id(),
                    detail);
        }
        delivery.note(run.task, run.journal);
        return failed(Failures.of(outcome));
    }

    private Settlement failed(Failure failure) {
        return Settlement.failed(failure, clock.instant());
    }
}
