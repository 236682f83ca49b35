package dev.pixapi.image;

import com.sun.management.ThreadMXBean;

import java.lang.management.ManagementFactory;

/** Counts what a piece of code allocates, on this thread, once its classes are loaded. */
final class Allocation {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private Allocation() {}

    /** In bytes. */
    static long of(Runnable work) {
        work.run();
        var before = THREADS.getCurrentThreadAllocatedBytes();
        work.run();
        return THREADS.getCurrentThreadAllocatedBytes() - before;
    }
}
