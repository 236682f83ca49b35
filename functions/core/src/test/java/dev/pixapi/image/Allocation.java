package dev.pixapi.image;

import com.sun.management.ThreadMXBean;

import java.lang.management.ManagementFactory;
import java.util.stream.LongStream;

/** Counts what a piece of code allocates, on this thread, once its classes are loaded. */
final class Allocation {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private Allocation() {}

    /**
     * In bytes: the least of three times. What the work allocates it allocates each time; a
     * collection that comes in between may count the rest of a thread's buffer as well.
     */
    static long of(Runnable work) {
        work.run();
        return LongStream.generate(() -> once(work)).limit(3).min().orElseThrow();
    }

    private static long once(Runnable work) {
        var before = THREADS.getCurrentThreadAllocatedBytes();
        work.run();
        return THREADS.getCurrentThreadAllocatedBytes() - before;
    }
}
