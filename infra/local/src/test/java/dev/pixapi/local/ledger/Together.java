package dev.pixapi.local.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Calls that begin at the same moment, each on its own thread. */
final class Together {
    private Together() {}

    /** What each call returned, in their order; fails when one of them fails. */
    static <T> List<T> run(int threads, IntFunction<? extends T> call) {
        var start = new CyclicBarrier(threads);
        try (var pool = Executors.newFixedThreadPool(threads)) {
            var calls = new ArrayList<Future<T>>();
            for (var i = 0; i < threads; i++) {
                var mine = i;
                calls.add(
                        pool.submit(
                                () -> {
                                    start.await();
                                    return call.apply(mine);
                                }));
            }
            return calls.stream().map(Together::result).toList();
        }
    }

    static long count(List<?> outcomes, Class<?> kind) {
        return outcomes.stream().filter(kind::isInstance).count();
    }

    private static <T> T result(Future<T> call) {
        try {
            return call.get();
        } catch (ExecutionException failure) {
            throw new AssertionError(failure.getCause());
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }
}
