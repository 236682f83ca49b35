package dev.pixapi.simulation.explore;

import dev.pixapi.simulation.fault.Fault;
import dev.pixapi.simulation.fault.RandomFaults.Place;
import dev.pixapi.simulation.world.Plan;

import java.util.List;
import java.util.Map;

/**
 * A history in which something happened that never may.
 *
 * @param seed that makes it again
 * @param plan what is left of the seed's plan, with which it still happens
 * @param faults what befell steps of it, where it is told
 * @param steps all that was done, in order
 */
public record Finding(
        long seed, String broken, Plan plan, Map<Place, Fault> faults, List<String> steps) {

    @Override
    public String toString() {
        return """
        seed %d: %s
        requests: %s
        faults: %s
        steps:
        %s\
        """
                .formatted(
                        seed,
                        broken,
                        lines(plan.requests()),
                        lines(faults.entrySet()),
                        String.join("\n", steps));
    }

    private static String lines(Iterable<?> parts) {
        var lines = new StringBuilder();
        parts.forEach(part -> lines.append("\n  ").append(part));
        return lines.toString();
    }
}
