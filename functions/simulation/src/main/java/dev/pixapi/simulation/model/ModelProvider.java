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

import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Makes images for money, and remembers how often. */
public final class ModelProvider implements ImageProvider {
    /** Longer than a lease, within what a run may take; in milliseconds. */
    private static final long SLOW = 130_000;

    private final Wire wire;
    private final Trace trace;
    private final Witness witness;
    private final List<byte[]> pictures;
    private int drawn;

    /**
     * @param pictures of which each call gets the next one, so that calls can be told apart
     */
    public ModelProvider(Wire wire, Trace trace, Witness witness, List<byte[]> pictures) {
        this.wire = wire;
        this.trace = trace;
        this.witness = witness;
        this.pictures = pictures;
    }

    @Override
    public ProviderOutcome generate(ProviderCall call) {
        var timeline = wire.timeline();
        var runner = timeline.runner();
        var began = call.journal().now();
        var beganAt = timeline.millis();
        var fault = wire.fault(Step.PROVIDER);
        wire.before(fault, Step.PROVIDER, "provider");
        timeline.sleep(
                fault == Fault.PROVIDER_SLOW ? SLOW : Mix.between(runner.next(), 4_000, 9_000));
        var outcome = outcome(call, fault, beganAt);
        trace.note(timeline, runner, "provider", fault, outcome.label());
        wire.after(fault, runner);
        call.journal().add(call, outcome, Optional.of("request"), began);
        return outcome;
    }

    private ProviderOutcome outcome(ProviderCall call, Fault fault, long began) {
        var count = call.image().count();
        return switch (fault) {
            case PROVIDER_BUSY -> new Unavailable(true, "busy");
            case PROVIDER_FAILED -> noted(call, began, 0, new Unavailable(false, "failed"));
            case PROVIDER_REJECTED -> noted(call, began, 0, new Rejected(false));
            case UNKNOWN_FREE -> unknown(call, began, 0);
            case UNKNOWN_PAID -> unknown(call, began, count);
            case FEWER_IMAGES -> images(call, began, count - 1);
            case MORE_IMAGES -> images(call, began, count + 2);
            case NO_IMAGES -> images(call, began, 0);
            default -> images(call, began, count);
        };
    }

    private ProviderOutcome noted(
            ProviderCall call, long began, int images, ProviderOutcome outcome) {
        witness.calls(call.image().prompt(), began, images);
        return outcome;
    }

    private ProviderOutcome unknown(ProviderCall call, long began, int images) {
        witness.calls(call.image().prompt(), began, images);
        wire.timeline().sleep(call.timeout().toMillis());
        return new Unknown("no whole answer after " + call.timeout());
    }

    private ProviderOutcome images(ProviderCall call, long began, int count) {
        var picture = pictures.get(drawn++ % pictures.size());
        List<ProviderImage> images =
                Collections.nCopies(count, new ProviderImage(picture, Optional.empty()));
        return noted(call, began, count, new Images(images, Optional.empty(), Optional.empty()));
    }
}
