package dev.pixapi.local.conformance;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Leaves out of steps behind which the sides differ what does not matter, as long as there is time.
 */
final class Shortest {
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final long end = System.nanoTime() + LONGEST.toNanos();
    private final Predicate<List<Step>> differ;
    private List<Step> steps;

    private Shortest(List<Step> steps, Predicate<List<Step>> differ) {
        this.steps = steps;
        this.differ = differ;
    }

    /**
     * @param differ whether the sides differ behind such steps, taken from the start
     */
    static List<Step> of(List<Step> differing, Predicate<List<Step>> differ) {
        var shortest = new Shortest(differing, differ);
        shortest.leaveOutOtherAccounts();
        for (var size = shortest.steps.size() / 2; size > 0; size /= 2) {
            shortest.leaveOut(size);
        }
        return shortest.steps;
    }

    private void leaveOutOtherAccounts() {
        var account = steps.getLast().operation().account();
        keep(steps.stream().filter(step -> step.operation().account().equals(account)).toList());
    }

    private void leaveOut(int size) {
        // The last one is where they differ.
        for (var from = steps.size() - 1 - size; from >= 0; from -= size) {
            var fewer = new ArrayList<>(steps);
            fewer.subList(from, from + size).clear();
            keep(fewer);
        }
    }

    private void keep(List<Step> fewer) {
        if (System.nanoTime() < end && differ.test(fewer)) {
            steps = List.copyOf(fewer);
        }
    }
}
