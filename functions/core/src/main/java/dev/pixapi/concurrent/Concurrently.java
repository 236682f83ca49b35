package dev.pixapi.concurrent;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** Waits for several things at once, each in a virtual thread; a function has few processors. */
public final class Concurrently {
    private Concurrently() {}

    /**
     * The results in the order of the items, when all are there.
     *
     * @throws RuntimeException the first that was thrown, when the others have ended too
     */
    public static <T, R> List<R> map(List<T> items, Function<T, R> work) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var results =
                    items.stream()
                            .map(i -> CompletableFuture.supplyAsync(() -> work.apply(i), threads))
                            .toList();
            return results.stream().map(CompletableFuture::join).toList();
        } catch (CompletionException failure) {
            throw failure.getCause() instanceof RuntimeException cause ? cause : failure;
        }
    }
}
