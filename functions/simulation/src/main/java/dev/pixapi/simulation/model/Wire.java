package dev.pixapi.simulation.model;

import dev.pixapi.simulation.fault.Fault;
import dev.pixapi.simulation.fault.Faults;
import dev.pixapi.simulation.fault.Step;
import dev.pixapi.simulation.kernel.Runner;
import dev.pixapi.simulation.kernel.Timeline;

import java.util.function.Function;
import java.util.function.Supplier;

/** Between our code and the world: every step passes here, and here it is disturbed. */
public final class Wire {
    /** Longer than any lease, in milliseconds; a second one outlives most of what a task does. */
    public static final long STALL = 130_000;

    private static final long LATE = 17;

    private final Timeline timeline;
    private final Faults faults;
    private final Trace trace;

    /** What is looked at behind every step that changed something. */
    private final Runnable check;

    public Wire(Timeline timeline, Faults faults, Trace trace, Runnable check) {
        this.timeline = timeline;
        this.faults = faults;
        this.trace = trace;
        this.check = check;
    }

    Timeline timeline() {
        return timeline;
    }

    /** What befalls a step of another kind of peer. */
    Fault fault(Step step) {
        return faults.at(timeline.runner(), step);
    }

    /** As {@link #step}, where nothing comes back. */
    void run(Step step, String what, Runnable effect) {
        step(
                step,
                what,
                () -> {
                    effect.run();
                    return "done";
                });
    }

    /** Done whole, or not at all; whoever asked may never know. */
    <T> T step(Step step, String what, Supplier<T> effect) {
        return step(step, what, _ -> effect.get());
    }

    /**
     * @param effect which is told what befell it
     */
    <T> T step(Step step, String what, Function<Fault, T> effect) {
        var runner = timeline.runner();
        var fault = faults.at(runner, step);
        timeline.sleep(faults.latency(runner));
        before(fault, step, what);
        var result = done(step, what, fault, effect);
        if (fault == Fault.SENT_TWICE) {
            timeline.sleep(LATE);
            result = done(step, what, fault, effect);
        }
        after(fault, runner);
        return result;
    }

    private <T> T done(Step step, String what, Fault fault, Function<Fault, T> effect) {
        var result = effect.apply(fault);
        trace.note(timeline, timeline.runner(), what, fault, result);
        if (step.isOfLedger()) {
            check.run();
        }
        return result;
    }

    void before(Fault fault, Step step, String what) {
        var runner = timeline.runner();
        switch (fault) {
            case CRASH_BEFORE -> {
                trace.note(timeline, runner, what, fault, "not done");
                throw timeline.kill();
            }
            case REFUSED -> {
                trace.note(timeline, runner, what, fault, "not done");
                throw step.refusal();
            }
            case STALLED_BEFORE -> stall();
            case LATE -> timeline.sleep(LATE);
            default -> {
                // It is done first.
            }
        }
    }

    private void stall() {
        timeline.runner().stall(timeline.millis() + STALL);
        timeline.sleep(STALL);
    }

    void after(Fault fault, Runner runner) {
        switch (fault) {
            case CRASH_AFTER -> throw timeline.kill();
            case REPLY_LOST -> throw new IllegalStateException("no reply for " + runner.name());
            case STALLED_AFTER -> stall();
            default -> {
                // Its reply arrives.
            }
        }
    }
}
