package dev.pixapi.simulation.fault;

import dev.pixapi.simulation.kernel.Mix;
import dev.pixapi.simulation.kernel.Runner;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Befall each step by chance; the same seed and the same step meet the same. */
public final class RandomFaults implements Faults {
    private static final long THOUSANDTHS = 1_000;

    /** A step of a process, which is the same whatever befell others. */
    public record Place(String runner, int step) {}

    private final long likelihood;
    private final Set<Place> spared;
    private final Map<Place, Fault> fired = new LinkedHashMap<>();

    /**
     * @param likelihood of a fault at a step, in thousandths
     * @param spared steps that go well all the same
     */
    public RandomFaults(long likelihood, Set<Place> spared) {
        this.likelihood = likelihood;
        this.spared = spared;
    }

    @Override
    public Fault at(Runner runner, Step step) {
        var chance = runner.next();
        if (Math.floorMod(chance, THOUSANDTHS) >= likelihood) {
            return Fault.NONE;
        }
        var place = new Place(runner.name(), runner.step());
        if (spared.contains(place)) {
            return Fault.NONE;
        }
        var faults = step.faults();
        var which = 1 + (int) Math.floorMod(Mix.of(chance, 1), faults.size() - 1L);
        fired.put(place, faults.get(which));
        return faults.get(which);
    }

    @Override
    public long count(Predicate<Fault> kind) {
        return fired.values().stream().filter(kind).count();
    }

    @Override
    public long latency(Runner runner) {
        return Mix.between(runner.next(), 1, 40);
    }

    /** What befell, in its order. */
    public Map<Place, Fault> fired() {
        return fired;
    }
}
