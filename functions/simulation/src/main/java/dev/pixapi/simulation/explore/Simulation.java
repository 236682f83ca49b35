package dev.pixapi.simulation.explore;

import dev.pixapi.simulation.fault.RandomFaults;
import dev.pixapi.simulation.kernel.Mix;
import dev.pixapi.simulation.model.Trace;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;

/** Histories by chance, as many as are wanted; of each seed the same one. */
public final class Simulation {
    /** Of a fault at a step, in thousandths; histories differ in it. */
    private static final long[] LIKELIHOODS = {0, 5, 20, 20, 40, 80};

    private final long firstSeed;
    private final LongConsumer progress;
    private final AtomicLong next = new AtomicLong();
    private final AtomicLong faults = new AtomicLong();
    private final AtomicReference<Finding> finding = new AtomicReference<>();

    /**
     * @param progress is told now and then how many requests are done
     */
    public Simulation(long firstSeed, LongConsumer progress) {
        this.firstSeed = firstSeed;
        this.progress = progress;
    }

    /** What was run, and the first history that broke. */
    public record Result(long histories, long requests, long faults, Optional<Finding> finding) {}

    /** Runs at least so many requests, two histories at a time, until one breaks. */
    public Result run(long requests) throws InterruptedException {
        var histories = Math.ceilDiv(requests, Plans.REQUESTS);
        try (var threads = Executors.newFixedThreadPool(2)) {
            var workers =
                    IntStream.range(0, 2).mapToObj(_ -> threads.submit(() -> work(histories)));
            for (var worker : workers.toList()) {
                await(worker);
            }
        }
        var run = Math.min(histories, next.get());
        return new Result(
                run, run * Plans.REQUESTS, faults.get(), Optional.ofNullable(finding.get()));
    }

    /** One seed's history; empty when all holds. */
    public static Optional<Finding> replay(long seed) throws InterruptedException {
        var plan = Plans.of(seed);
        var faults = new RandomFaults(likelihood(seed), Set.of());
        return History.run(plan, faults, Trace.NONE).isEmpty()
                ? Optional.empty()
                : Optional.of(new Shrinker(plan, likelihood(seed)).shortest());
    }

    private Void work(long histories) throws InterruptedException {
        var number = next.getAndIncrement();
        while (number < histories && finding.get() == null) {
            history(firstSeed + number);
            if (number % 100 == 0) {
                progress.accept(number * Plans.REQUESTS);
            }
            number = next.getAndIncrement();
        }
        return null;
    }

    private void history(long seed) throws InterruptedException {
        var plan = Plans.of(seed);
        var befell = new RandomFaults(likelihood(seed), Set.of());
        var broken = History.run(plan, befell, Trace.NONE);
        faults.addAndGet(befell.fired().size());
        if (broken.isPresent()) {
            finding.compareAndSet(null, new Shrinker(plan, likelihood(seed)).shortest());
        }
    }

    private static long likelihood(long seed) {
        return LIKELIHOODS[(int) Math.floorMod(Mix.of(seed, 3), (long) LIKELIHOODS.length)];
    }

    private static void await(Future<?> worker) throws InterruptedException {
        try {
            worker.get();
        } catch (ExecutionException failure) {
            throw new IllegalStateException(failure.getCause());
        }
    }
}
