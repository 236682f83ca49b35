package dev.pixapi.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.pixapi.image.Background;
import dev.pixapi.image.Dimensions;
import dev.pixapi.image.ImageRequest;
import dev.pixapi.image.ImageSize;
import dev.pixapi.image.InputShape;
import dev.pixapi.image.Inputs;
import dev.pixapi.image.Output;
import dev.pixapi.image.Quality;
import dev.pixapi.image.Tier;
import dev.pixapi.provider.ProviderOutcome.Garbled;
import dev.pixapi.provider.ProviderOutcome.Images;
import dev.pixapi.provider.ProviderOutcome.NotAccepted;
import dev.pixapi.provider.ProviderOutcome.Rejected;
import dev.pixapi.provider.ProviderOutcome.Unavailable;
import dev.pixapi.provider.ProviderOutcome.Unknown;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;

@Timeout(20)
class SinglesTest {
    private static final Unavailable FREE = new Unavailable(true, "429");
    private static final Unavailable COSTLY = new Unavailable(false, "500");
    private static final NotAccepted NOT_ACCEPTED = new NotAccepted(Optional.empty());

    @Test
    void oneImageIsOneCallWhoseOutcomeStandsAsItIs() throws InterruptedException {
        var outcome = new Images(List.of(), Optional.of("high"), Optional.empty());

        assertEquals(outcome, Singles.generate(call(1), _ -> outcome));
    }

    @Test
    void tenImagesAreTenCallsAtOnce() throws InterruptedException {
        var together = new CyclicBarrier(10);

        var outcome =
                Singles.generate(
                        call(10),
                        _ -> {
                            meet(together);
                            return images(1);
                        });

        assertEquals(10, assertInstanceOf(Images.class, outcome).images().size());
    }

    @Test
    void anImageCountsWhateverBecomesOfTheOtherCalls() throws InterruptedException {
        var images = images(outcomes(FREE, new Rejected(true), images(7), new Unknown("reset")));

        assertEquals(List.of(7), numbers(images));
        assertEquals(3, images.missing().size());
        assertEquals(true, images.missing().contains(new Rejected(true)));
    }

    @Test
    void anExceptionInOneCallLosesNoImageOfAnother() throws InterruptedException {
        var calls = new AtomicInteger();

        var outcome =
                Singles.generate(
                        call(2),
                        _ -> {
                            if (calls.incrementAndGet() == 1) {
                                throw new IllegalStateException("a fault");
                            }
                            return images(1);
                        });

        var images = assertInstanceOf(Images.class, outcome);
        assertEquals(1, images.images().size());
        assertEquals(List.of(new Unknown("IllegalStateException")), images.missing());
    }

    @Test
    void anImageTooManyStandsInForOneThatIsMissingBehindTheFirstOfEachCall()
            throws InterruptedException {
        var images = images(outcomes(images(1, 2), images(3), FREE));

        assertEquals(3, images.images().size());
        assertEquals(2, numbers(images).getLast());
        assertEquals(List.of(), images.missing());
    }

    @Test
    void anAnswerWithoutAnyImageIsMissing() throws InterruptedException {
        var images = images(outcomes(images(), images(1)));

        assertEquals(List.of(new Garbled("no image")), images.missing());
    }

    @Test
    void usageIsAddedUpAtEveryDepth() throws InterruptedException {
        var one = Map.<String, Object>of("total_tokens", 5L, "details", Map.of("image_tokens", 3));
        var other = Map.<String, Object>of("total_tokens", 7, "details", Map.of("text_tokens", 4));

        var images = images(outcomes(used(one), used(other), used(other), FREE));

        var details = Map.of("image_tokens", 3, "text_tokens", 8L);
        assertEquals(Optional.of(Map.of("total_tokens", 19L, "details", details)), images.usage());
    }

    @Test
    void withoutImagesWhatMayHaveBeenPaidMattersMostAndWhatIsFreeLeast()
            throws InterruptedException {
        var unknown = new Unknown("reset");
        var garbled = new Garbled("no JSON");
        var rejected = new Rejected(false);

        assertEquals(unknown, outcomes(rejected, NOT_ACCEPTED, unknown, garbled, FREE));
        assertEquals(rejected, outcomes(FREE, COSTLY, garbled, NOT_ACCEPTED, rejected));
        assertEquals(NOT_ACCEPTED, outcomes(FREE, garbled, NOT_ACCEPTED, COSTLY));
        assertEquals(garbled, outcomes(FREE, COSTLY, garbled));
        assertEquals(new Garbled("no image"), outcomes(FREE, images()));
        assertEquals(COSTLY, outcomes(FREE, COSTLY, FREE));
        assertEquals(FREE, outcomes(FREE, FREE));
    }

    @Test
    void anInterruptEndsEveryCall() throws Exception {
        var begun = new CountDownLatch(3);
        var ended = new CountDownLatch(3);
        var run = new FutureTask<>(() -> Singles.generate(call(3), waits(begun, ended)));
        var runner = Thread.ofVirtual().start(run);
        begun.await();

        runner.interrupt();

        ended.await();
        var stopped = assertThrows(ExecutionException.class, run::get);
        assertInstanceOf(InterruptedException.class, stopped.getCause());
    }

    private static ImageProvider waits(CountDownLatch begun, CountDownLatch ended) {
        return call -> {
            begun.countDown();
            try {
                Thread.sleep(call.timeout());
                return images(1);
            } finally {
                ended.countDown();
            }
        };
    }

    private static void meet(CyclicBarrier all) throws InterruptedException {
        try {
            all.await();
        } catch (BrokenBarrierException fault) {
            throw new IllegalStateException(fault);
        }
    }

    /** One call for each outcome; which call has which is left to chance. */
    private static ProviderOutcome outcomes(ProviderOutcome... each) throws InterruptedException {
        Queue<ProviderOutcome> left = new ConcurrentLinkedQueue<>(Arrays.asList(each));
        return Singles.generate(call(each.length), _ -> left.remove());
    }

    private static Images images(ProviderOutcome outcome) {
        return assertInstanceOf(Images.class, outcome);
    }

    /** Each of one byte. */
    private static Images images(Integer... numbers) {
        var images =
                Arrays.stream(numbers)
                        .map(n -> new ProviderImage(new byte[] {n.byteValue()}, Optional.empty()))
                        .toList();
        return new Images(images, Optional.empty(), Optional.empty());
    }

    private static Images used(Map<String, Object> usage) {
        return new Images(images(1).images(), Optional.empty(), Optional.of(usage));
    }

    private static List<Integer> numbers(Images images) {
        return images.images().stream().map(image -> (int) image.bytes()[0]).toList();
    }

    private static ProviderCall call(int count) {
        var size = new ImageSize(Tier.ONE_K, new Dimensions(1024, 1024), Optional.empty(), true);
        var output = new Output(Optional.empty(), Optional.empty(), Background.AUTO);
        return TestingCalls.of(
                new ImageRequest(
                        "model",
                        "A lighthouse",
                        count,
                        size,
                        Quality.AUTO,
                        output,
                        InputShape.NONE,
                        Map.of()),
                Inputs.NONE);
    }
}
