package dev.pixapi.simulation.model;

import dev.pixapi.simulation.fault.Fault;
import dev.pixapi.simulation.kernel.Runner;
import dev.pixapi.simulation.kernel.Timeline;

/** Takes down the steps of a history. */
@FunctionalInterface
public interface Trace {
    /** For histories that nobody reads. */
    Trace NONE = (_, _, _, _, _) -> {};

    void note(Timeline timeline, Runner runner, String what, Fault fault, Object result);
}
