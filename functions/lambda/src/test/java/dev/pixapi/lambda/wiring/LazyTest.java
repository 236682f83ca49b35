package dev.pixapi.lambda.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

class LazyTest {
    private final AtomicInteger made = new AtomicInteger();

    @Test
    void nothingIsMadeBeforeItIsAskedFor() {
        var lazy = Lazy.of(made::incrementAndGet);
        assertEquals(0, made.get());
        assertEquals(1, lazy.get());
        assertEquals(1, lazy.get());
    }

    @Test
    void manyThreadsGetOneAndTheSame() {
        var lazy =
                Lazy.of(
                        () -> {
                            made.incrementAndGet();
                            return new Object();
                        });
        var seen =
                IntStream.range(0, 1_000).parallel().mapToObj(_ -> lazy.get()).distinct().toList();
        assertEquals(List.of(lazy.get()), seen);
        assertEquals(1, made.get());
    }

    @Test
    void aMakingThatFailedIsTriedAgain() {
        var lazy =
                Lazy.of(
                        () -> {
                            if (made.incrementAndGet() == 1) {
                                throw new IllegalStateException("not yet");
                            }
                            return "made";
                        });
        assertThrows(IllegalStateException.class, lazy::get);
        assertEquals("made", lazy.get());
    }
}
