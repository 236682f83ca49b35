package dev.pixapi.concurrent;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/**
 * How a use case waits, and does several things at once. On one machine and on Lambda these are
 * virtual threads; a simulation has one thread and a clock of its own.
 */
public interface Threads {
    void sleep(Duration time) throws InterruptedException;

    /** Nanoseconds from some moment on, for measuring spans. */
    long nanoTime();

    /**
     * The results in the order of the items, when all are there.
     *
     * @throws RuntimeException the first that was thrown, when the others have ended too
     */
    <T, R> List<R> map(List<T> items, Function<T, R> work);

    /** Does something again and again beside the caller, first after a pause. */
    Repetition repeat(Duration pause, Repeated work);

    /** What is done again and again. */
    interface Repeated {
        /** False when it is not to be done again. */
        boolean once();
    }

    /** Ends when it is closed; a turn that is under way may still be done. */
    interface Repetition extends AutoCloseable {
        @Override
        void close();
    }
}
