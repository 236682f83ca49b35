package dev.pixapi.provider;

import dev.pixapi.provider.ProviderOutcome.Garbled;
import dev.pixapi.provider.ProviderOutcome.Images;
import dev.pixapi.provider.ProviderOutcome.NotAccepted;
import dev.pixapi.provider.ProviderOutcome.Rejected;
import dev.pixapi.provider.ProviderOutcome.Unavailable;
import dev.pixapi.provider.ProviderOutcome.Unknown;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/**
 * For providers that make one image a call: as many calls at once as images are asked for, each
 * with its own outcome, and one outcome of them all. What becomes of one call changes nothing for
 * the others.
 */
public final class Singles {
    private static final System.Logger LOG = System.getLogger(Singles.class.getName());

    private Singles() {}

    /**
     * Images when any came, with the outcomes of the calls that brought none as those that are
     * missing; else what matters most among the outcomes.
     *
     * @param single makes one call for one image, whatever count it reads, and notes it in the
     *     journal; it may return more images
     * @throws InterruptedException when the runner is told to stop; all calls are given up
     */
    public static ProviderOutcome generate(ProviderCall call, ImageProvider single)
            throws InterruptedException {
        var count = call.image().count();
        return count == 1 ? single.generate(call) : combined(count, outcomes(call, single));
    }

    private static List<ProviderOutcome> outcomes(ProviderCall call, ImageProvider single)
            throws InterruptedException {
        Callable<ProviderOutcome> one = () -> single.generate(call);
        // Ten at most, as a request may ask for. An interrupt ends the waiting and then each call.
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads.invokeAll(Collections.nCopies(call.image().count(), one)).stream()
                    .map(Singles::outcome)
                    .toList();
        }
    }

    /** An exception is a fault of ours, and no reason to lose an image that was paid for. */
    private static ProviderOutcome outcome(Future<ProviderOutcome> ended) {
        if (ended.state() == Future.State.SUCCESS) {
            return ended.resultNow();
        }
        var fault = ended.exceptionNow();
        LOG.log(System.Logger.Level.ERROR, "one of several calls failed", fault);
        return new Unknown(fault.getClass().getSimpleName());
    }

    private static ProviderOutcome combined(int count, List<ProviderOutcome> outcomes) {
        var returned = outcomes.stream().flatMap(Singles::returned).toList();
        var missing = outcomes.stream().flatMap(Singles::missing).toList();
        if (returned.isEmpty()) {
            return Collections.min(missing, Comparator.comparingInt(Singles::rank));
        }
        var images = inOrder(returned);
        var lacking = Math.max(0, count - images.size());
        return new Images(
                images,
                Optional.empty(),
                returned.stream().flatMap(r -> r.usage().stream()).reduce(Usage::sum),
                missing.stream().limit(lacking).toList());
    }

    private static Stream<Images> returned(ProviderOutcome outcome) {
        return outcome instanceof Images images && !images.images().isEmpty()
                ? Stream.of(images)
                : Stream.empty();
    }

    private static Stream<ProviderOutcome> missing(ProviderOutcome outcome) {
        return switch (outcome) {
            case Images images ->
                    images.images().isEmpty() ? Stream.of(new Garbled("no image")) : Stream.empty();
            case ProviderOutcome none -> Stream.of(none);
        };
    }

    /** One of each call; then what calls made beyond it, in place of what others did not make. */
    private static List<ProviderImage> inOrder(List<Images> returned) {
        var firsts = returned.stream().map(r -> r.images().getFirst());
        var others = returned.stream().flatMap(r -> r.images().stream().skip(1));
        return Stream.concat(firsts, others).toList();
    }

    /** What may have been paid comes first, what may be tried elsewhere last. */
    private static int rank(ProviderOutcome outcome) {
        return switch (outcome) {
            case Unknown _ -> 0;
            case Rejected _ -> 1;
            case NotAccepted _ -> 2;
            case Garbled _, Images _ -> 3;
            case Unavailable(var free, _) -> free ? 5 : 4;
        };
    }
}
