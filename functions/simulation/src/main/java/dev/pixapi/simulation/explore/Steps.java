package dev.pixapi.simulation.explore;

import dev.pixapi.simulation.fault.Fault;
import dev.pixapi.simulation.kernel.Runner;
import dev.pixapi.simulation.kernel.Timeline;
import dev.pixapi.simulation.model.Trace;

import java.util.ArrayList;
import java.util.List;

/** The steps of a history as lines. */
final class Steps implements Trace {
    private static final int LONGEST = 160;

    private final List<String> lines = new ArrayList<>();

    @Override
    public void note(Timeline timeline, Runner runner, String what, Fault fault, Object result) {
        var told = String.valueOf(result);
        lines.add(
                "%9.3f s  %s: %s%s -> %s"
                        .formatted(
                                timeline.millis() / 1e3,
                                runner.name(),
                                what,
                                fault == Fault.NONE ? "" : " [" + fault + "]",
                                told.substring(0, Math.min(LONGEST, told.length()))));
    }

    List<String> lines() {
        return lines;
    }
}
