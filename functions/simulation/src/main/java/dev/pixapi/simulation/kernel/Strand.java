package dev.pixapi.simulation.kernel;

import java.util.concurrent.locks.LockSupport;

/**
 * Something that is done step by step. It has a thread only so that our code can be stopped in the
 * middle: of all strands of a timeline, one runs at a time.
 */
final class Strand {
    private final Runner runner;
    private final Thread thread;
    private volatile boolean mine;
    private boolean started;

    Strand(Runner runner, Runnable body) {
        this.runner = runner;
        this.thread = Thread.ofVirtual().unstarted(body);
    }

    Runner runner() {
        return runner;
    }

    /** Lets it run. Whoever calls must stop at once. */
    void wake() {
        mine = true;
        if (started) {
            LockSupport.unpark(thread);
        } else {
            started = true;
            thread.start();
        }
    }

    /** Stops until it is woken. */
    void await() {
        while (!mine) {
            LockSupport.park(this);
        }
    }

    void stopped() {
        mine = false;
    }
}
