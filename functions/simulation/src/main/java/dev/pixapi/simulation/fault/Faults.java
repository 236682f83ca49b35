package dev.pixapi.simulation.fault;

import dev.pixapi.simulation.kernel.Runner;

import java.util.function.Predicate;

/** Decides what befalls each step of a history, and how long it takes. */
public interface Faults {
    Fault at(Runner runner, Step step);

    /** How many of a kind have befallen up to now. */
    long count(Predicate<Fault> kind);

    /** Whether all that have are of a kind. */
    default boolean areAll(Predicate<Fault> kind) {
        return count(kind.negate()) == 0;
    }

    /** Milliseconds until a step is done where it is done. */
    long latency(Runner runner);
}
