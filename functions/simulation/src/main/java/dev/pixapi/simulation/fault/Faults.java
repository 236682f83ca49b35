package dev.pixapi.simulation.fault;

import dev.pixapi.simulation.kernel.Runner;

/** Decides what befalls each step of a history, and how long it takes. */
public interface Faults {
    Fault at(Runner runner, Step step);

    /** Whether no caller should notice what has befallen up to now. */
    boolean areHarmless();

    /** Milliseconds until a step is done where it is done. */
    long latency(Runner runner);
}
