package dev.pixapi.simulation.check;

import static dev.pixapi.simulation.check.Books.hold;

import dev.pixapi.ledger.TaskStatus;
import dev.pixapi.simulation.world.World;

/**
 * What must hold where nothing worse befell a history than repeats and delays: every task that
 * nobody canceled has its images, for one call.
 */
public final class Harmless {
    private static final int UNHARMED = 16;

    private final World world;

    public Harmless(World world) {
        this.world = world;
    }

    /**
     * @throws AssertionError naming the task that was harmed
     */
    public void check() {
        var plan = world.plan();
        if (plan.deadline().toMillis() <= plan.backlog()) {
            return;
        }
        for (var request : plan.requests()) {
            var tasks = world.tasksOf(request);
            var canceled = tasks.stream().filter(t -> t.status() == TaskStatus.CANCELED).count();
            var calls = world.witness().callsFor(request.name()).size();
            hold(calls == tasks.size() - canceled, UNHARMED, calls + " calls for " + tasks);
            for (var task : tasks) {
                hold(task.status() == TaskStatus.COMPLETED || canceled > 0, UNHARMED, task);
            }
        }
    }
}
