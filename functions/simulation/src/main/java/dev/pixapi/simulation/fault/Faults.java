package dev.pixapi.simulation.fault;

import dev.pixapi.simulation.kernel.Runner;

/** Decides what befalls each step of a history, and how long it takes. */
public interface Faults {
    Fault at(Runner runner, Step step);

    /** Milliseconds until a step is done where it is done. */
    long latency(Runner runner);
}
