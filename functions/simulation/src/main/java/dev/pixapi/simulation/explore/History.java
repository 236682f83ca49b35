package dev.pixapi.simulation.explore;

import dev.pixapi.simulation.check.Harmless;
import dev.pixapi.simulation.check.Promises;
import dev.pixapi.simulation.fault.Faults;
import dev.pixapi.simulation.kernel.HistoryBroken;
import dev.pixapi.simulation.model.Trace;
import dev.pixapi.simulation.world.Plan;
import dev.pixapi.simulation.world.World;

import java.util.Optional;

/** One run of a plan under faults, and what it broke. */
final class History {
    private History() {}

    /** What was broken; empty when all held. */
    static Optional<Throwable> run(Plan plan, Faults faults, Trace trace)
            throws InterruptedException {
        try {
            var world = new World(plan, faults, trace);
            world.run();
            new Promises(world, faults).check();
            new Harmless(world, faults).check();
            return Optional.empty();
        } catch (HistoryBroken broken) {
            return Optional.of(broken.getCause());
        } catch (AssertionError | RuntimeException broken) {
            return Optional.of(broken);
        }
    }
}
