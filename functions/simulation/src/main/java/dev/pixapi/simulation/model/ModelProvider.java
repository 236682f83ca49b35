package dev.pixapi.simulation.model;

import dev.pixapi.provider.ImageProvider;
import dev.pixapi.provider.ProviderCall;
import dev.pixapi.provider.ProviderImage;
import dev.pixapi.provider.ProviderOutcome;
import dev.pixapi.provider.ProviderOutcome.Images;
import dev.pixapi.provider.ProviderOutcome.Rejected;
import dev.pixapi.provider.ProviderOutcome.Unavailable;
import dev.pixapi.provider.ProviderOutcome.Unknown;
import dev.pixapi.simulation.fault.Fault;
import dev.pixapi.simulation.fault.Step;
import dev.pixapi.simulation.kernel.Mix;
import dev.pixapi.simulation.kernel.Timeline;

import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Makes images for money, and remembers how often. */
public final class ModelProvider implements ImageProvider {
    /** Longer than a lease, within what a run may take; in milliseconds. */
    private static final long SLOW = 130_000;

    private final Wire wire;
    private final Trace trace;
    private final Paid paid;
    private final byte[] image;

    /**
     * @param image what each of its images is
     */
    public ModelProvider(Wire wire, Trace trace, Paid paid, byte[] image) {
        this.wire = wire;
        this.trace = trace;
        this.paid = paid;
        this.image = image;
    }

    @Override
    public ProviderOutcome generate(ProviderCall call) {
        var timeline = wire.timeline();
        var runner = timeline.runner();
        var began = call.journal().now();
        var fault = wire.fault(Step.PROVIDER);
        wire.before(fault, Step.PROVIDER, "provider");
        timeline.sleep(
                fault == Fault.PROVIDER_SLOW ? SLOW : Mix.between(runner.next(), 4_000, 9_000));
        var outcome = outcome(call, fault, timeline);
        trace.note(timeline, runner, "provider", fault, outcome.label());
        wire.after(fault, runner);
        call.journal().add(call, outcome, Optional.of("request"), began);
        return outcome;
    }

    private ProviderOutcome outcome(ProviderCall call, Fault fault, Timeline timeline) {
        return switch (fault) {
            case PROVIDER_BUSY -> new Unavailable(true, "busy");
            case PROVIDER_FAILED -> new Unavailable(false, "failed");
            case PROVIDER_REJECTED -> new Rejected(false);
            case UNKNOWN_FREE -> unknown(call, timeline);
            case UNKNOWN_PAID -> {
                paid.note(call.image().prompt(), wire.timeline().runner().name());
                yield unknown(call, timeline);
            }
            case FEWER_IMAGES -> images(call, call.image().count() - 1);
            case MORE_IMAGES -> images(call, call.image().count() + 2);
            case NO_IMAGES -> images(call, 0);
            default -> images(call, call.image().count());
        };
    }

    private static ProviderOutcome unknown(ProviderCall call, Timeline timeline) {
        timeline.sleep(call.timeout().toMillis());
        return new Unknown("no whole answer after " + call.timeout());
    }

    private ProviderOutcome images(ProviderCall call, int count) {
        if (count > 0) {
            paid.note(call.image().prompt(), wire.timeline().runner().name());
        }
        List<ProviderImage> images =
                Collections.nCopies(count, new ProviderImage(image, Optional.empty()));
        return new Images(images, Optional.empty(), Optional.empty());
    }
}
