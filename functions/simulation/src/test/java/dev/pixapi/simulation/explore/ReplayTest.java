package dev.pixapi.simulation.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.pixapi.simulation.fault.RandomFaults;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Set;

/** A seed says all: whoever has it sees the same history. */
class ReplayTest {
    @Test
    void aSeedMakesTheSameHistoryToTheLastStep() throws InterruptedException {
        var first = steps(17, Set.of());
        assertFalse(first.isEmpty());
        assertEquals(first, steps(17, Set.of()));
        assertNotEquals(first, steps(18, Set.of()));
    }

    @Test
    void whatIsLeftOutLeavesTheRestAsItWas() throws InterruptedException {
        var plan = Plans.of(17);
        var all = new RandomFaults(40, Set.of());
        History.run(plan, all, new Steps());
        var spared = all.fired().keySet().iterator().next();
        var rest = new RandomFaults(40, Set.of(spared));
        History.run(plan, rest, new Steps());
        assertFalse(rest.fired().containsKey(spared));
        // Those of other processes, but for what only happened because of it.
        var same = all.fired().keySet().stream().filter(rest.fired()::containsKey).count();
        assertEquals(true, same >= all.fired().size() / 2);
    }

    private static List<String> steps(long seed, Set<RandomFaults.Place> spared)
            throws InterruptedException {
        var steps = new Steps();
        History.run(Plans.of(seed), new RandomFaults(20, spared), steps);
        // The bytes of an object are told by their address.
        return steps.lines().stream().filter(line -> !line.contains("get ")).toList();
    }
}
