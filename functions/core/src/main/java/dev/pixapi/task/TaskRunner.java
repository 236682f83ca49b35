package dev.pixapi.task;

import dev.pixapi.api.ApiException;
import dev.pixapi.image.ImageRequest;
import dev.pixapi.image.Inputs;
import dev.pixapi.ledger.Failure;
import dev.pixapi.ledger.Ledger;
import dev.pixapi.ledger.SettleOutcome;
import dev.pixapi.ledger.SettleOutcome.Ended;
import dev.pixapi.ledger.Settlement;
import dev.pixapi.ledger.Task;
import dev.pixapi.media.MediaStore;
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

    public TaskRunner(Router router, Ledger ledger, TaskOpener.Parts parts) {
        this.router = router;
        this.ledger = ledger;
        this.media = parts.media();
        this.delivery = new Delivery(media, parts.clock());
        this.clock = parts.clock();
        this.settings = parts.settings();
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
        try (var _ = new Heartbeat(ledger, clock, settings).of(task)) {
            return settle(task, settlementOrFailure(task, image, inputs));
        }
    }

    public SettleOutcome fail(Task task, Failure failure) {
        return ledger.settle(task, Settlement.failed(failure, clock.instant()));
    }

    private SettleOutcome settle(Task task, Settlement settlement) {
        try {
            var outcome = ledger.settle(task, settlement);
            if (outcome instanceof Ended(var ended)) {
                removeWhatCameTooLate(ended);
            }
            return outcome;
        } catch (ApiException busy) {
            throw new IllegalStateException(task.id() + " is left to the sweeper", busy);
        }
    }

    /** Another runner ended the task, and a caller deleted its media before ours were stored. */
    private void removeWhatCameTooLate(Task ended) {
        if (ended.progress().mediaDeleted().isPresent()) {
            MediaKeys.ofRun(ended).forEach(media::deleteBelow);
        }
    }

    private Settlement settlementOrFailure(Task task, ImageRequest image, Inputs inputs)
            throws InterruptedException {
        var journal = new Journal(clock);
        try {
            return settlement(task, image, inputs, journal);
        } catch (RuntimeException | VirtualMachineError failure) {
            // Out of memory or stack, as the next runner would be, which pays once more.
            LOG.log(System.Logger.Level.ERROR, task.id() + " failed", failure);
            delivery.noteFailure(task, journal);
            return failed(Failures.internal());
        }
    }

    private Settlement settlement(Task task, ImageRequest image, Inputs inputs, Journal journal)
            throws InterruptedException {
        if (task.progress().attempts() > 1) {
            var earlier = delivery.find(task);
            if (earlier.isPresent()) {
                return delivery.charge(task, earlier.get());
            }
        }
        var budget = Budget.of(settings.providerTimeout(), journal);
        var outcome = router.generate(task.order().account().mode(), image, inputs, budget);
        return delivered(task, image, outcome, journal)
                .map(manifest -> delivery.charge(task, manifest))
                .orElseGet(() -> undelivered(task, outcome, journal));
    }

    private Optional<Manifest> delivered(
            Task task, ImageRequest image, ProviderOutcome outcome, Journal journal) {
        return outcome instanceof Images images
                ? delivery.store(task, image, images, journal)
                : Optional.empty();
    }

    private Settlement undelivered(Task task, ProviderOutcome outcome, Journal journal) {
        if (outcome instanceof Unknown(var detail)) {
            // The operator may have been charged for it; the caller never is.
            LOG.log(
                    System.Logger.Level.WARNING,
                    "{0}: unknown outcome of a paid call: {1}",
                    task.id(),
                    detail);
        }
        delivery.noteFailure(task, journal);
        return failed(Failures.of(outcome));
    }

    private Settlement failed(Failure failure) {
        return Settlement.failed(failure, clock.instant());
    }
}
