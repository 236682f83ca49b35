package dev.pixapi.simulation.explore;

import dev.pixapi.simulation.fault.Fault;
import dev.pixapi.simulation.fault.Faults;
import dev.pixapi.simulation.fault.Step;
import dev.pixapi.simulation.kernel.Runner;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/**
 * One schedule after the other: at each step of a history nothing happens, or one of the faults
 * that may; of these, so many at most. Every schedule is met once, in the order of a depth-first
 * search. Each step takes the same time.
 */
final class Schedule implements Faults {
    private static final long LATENCY = 5;

    private final int mostFaults;
    private final boolean doubled;
    private int[] chosen = new int[64];
    private int[] choices = new int[64];
    private int length;
    private int position;
    private int faults;
    private boolean sent;
    private final List<Fault> befallen = new ArrayList<>();

    /**
     * @param doubled whether the first message is doubled, which is no fault of this search
     */
    Schedule(int mostFaults, boolean doubled) {
        this.mostFaults = mostFaults;
        this.doubled = doubled;
    }

    @Override
    public Fault at(Runner runner, Step step) {
        runner.next();
        if (doubled && step == Step.SEND && !sent) {
            sent = true;
            return Fault.DOUBLED;
        }
        if (position == length) {
            grow();
            chosen[position] = 0;
            choices[position] = faults < mostFaults ? step.faults().size() : 1;
            length++;
        }
        var choice = chosen[position++];
        faults += choice == 0 ? 0 : 1;
        if (choice > 0) {
            befallen.add(step.faults().get(choice));
        }
        return step.faults().get(choice);
    }

    @Override
    public long count(Predicate<Fault> kind) {
        return befallen.stream().filter(kind).count();
    }

    private void grow() {
        if (length == chosen.length) {
            chosen = Arrays.copyOf(chosen, 2 * length);
            choices = Arrays.copyOf(choices, 2 * length);
        }
    }

    @Override
    public long latency(Runner runner) {
        return LATENCY;
    }

    /** Goes on to the next schedule; false when there is none. */
    boolean next() {
        while (length > 0 && chosen[length - 1] + 1 >= choices[length - 1]) {
            length--;
        }
        again();
        if (length > 0) {
            chosen[length - 1]++;
        }
        return length > 0;
    }

    /** The same schedule from its beginning. */
    void again() {
        position = 0;
        faults = 0;
        sent = false;
        befallen.clear();
    }
}
