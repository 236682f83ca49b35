package dev.pixapi.task;

import dev.pixapi.api.ApiException;
import dev.pixapi.image.ImageRequest;
import dev.pixapi.ledger.Failure;
import dev.pixapi.ledger.Ledger;
import dev.pixapi.ledger.SettleOutcome;
import dev.pixapi.ledger.Settlement;
import dev.pixapi.ledger.Task;
import dev.pixapi.provider.ProviderOutcome;
import dev.pixapi.provider.ProviderOutcome.Garbled;
import dev.pixapi.provider.ProviderOutcome.Images;
import dev.pixapi.provider.ProviderOutcome.NotAccepted;
import dev.pixapi.provider.ProviderOutcome.Rejected;
import dev.pixapi.provider.ProviderOutcome.Unavailable;
import dev.pixapi.provider.ProviderOutcome.Unknown;
import dev.pixapi.provider.Router;

import java.time.Clock;

/** Runs a task that is claimed: the paid call, the delivery, the settlement. */
public final class TaskRunner {
    private static final System.Logger LOG = System.getLogger(TaskRunner.class.getName());

    private final Router router;
    private final Ledger ledger;
    private final Delivery delivery;
    private final Clock clock;
    private final TaskSettings settings;

    public TaskRunner(Router router, Ledger ledger, TaskOpener.Parts parts) {
        this.router = router;
        this.ledger = ledger;
        this.delivery = new Delivery(parts.media(), parts.clock());
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
    public SettleOutcome run(Task task, ImageRequest image) throws InterruptedException {
        try (var _ = new Heartbeat(ledger, clock, settings).of(task)) {
            return settle(task, settlementOrFailure(task, image));
        }
    }

    public SettleOutcome fail(Task task, Failure failure) {
        return ledger.settle(task, Settlement.failed(failure, clock.instant()));
    }

    private SettleOutcome settle(Task task, Settlement settlement) {
        try {
            return ledger.settle(task, settlement);
        } catch (ApiException busy) {
            throw new IllegalStateException(task.id() + " is left to the sweeper", busy);
        }
    }

    private Settlement settlementOrFailure(Task task, ImageRequest image)
            throws InterruptedException {
        try {
            return settlement(task, image);
        } catch (RuntimeException failure) {
            LOG.log(System.Logger.Level.ERROR, task.id() + " failed", failure);
            return failed(Failures.internal());
        }
    }

    private Settlement settlement(Task task, ImageRequest image) throws InterruptedException {
        if (task.progress().attempts() > 1) {
            var earlier = delivery.find(task);
            if (earlier.isPresent()) {
                return delivery.charge(task, earlier.get());
            }
        }
        var mode = task.order().account().mode();
        return settlement(task, image, router.generate(mode, image, settings.providerTimeout()));
    }

    private Settlement settlement(Task task, ImageRequest image, ProviderOutcome outcome) {
        return switch (outcome) {
            case Images images ->
                    delivery.store(task, image, images)
                            .map(manifest -> delivery.charge(task, manifest))
                            .orElseGet(() -> failed(Failures.noImage()));
            case Rejected rejected -> failed(Failures.of(rejected));
            case NotAccepted refused -> failed(Failures.of(refused));
            case Unavailable unavailable -> failed(Failures.of(unavailable));
            case Garbled garbled -> failed(Failures.of(garbled));
            case Unknown unknown -> {
                // The operator may have been charged for it; the caller never is.
                LOG.log(
                        System.Logger.Level.WARNING,
                        "{0}: unknown outcome of a paid call: {1}",
                        task.id(),
                        unknown.detail());
                yield failed(Failures.of(unknown));
            }
        };
    }

    private Settlement failed(Failure failure) {
        return Settlement.failed(failure, clock.instant());
    }
}
