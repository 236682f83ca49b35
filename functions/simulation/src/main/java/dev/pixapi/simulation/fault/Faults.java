package dev.pixapi.simulation.fault;

import dev.pixapi.simulation.kernel.Runner;

import java.util.function.Predicate;

/** Decides what befalls each step of a history, and how long it takes. */
public interface Faults {
    Fault at(Runner runner, Step step);

    /** Whether all that has befallen up to now is of a kind. */
    boolean areAll(Predicate<Fault> kind);

    /** Milliseconds until a step is done where it is done. */
    long latency(Runner runner);
}
