package dev.pixapi.simulation.check;

import static dev.pixapi.simulation.check.Books.hold;

import dev.pixapi.ledger.TaskStatus;
import dev.pixapi.simulation.fault.Fault;
import dev.pixapi.simulation.fault.Faults;
import dev.pixapi.simulation.world.World;

/** What must hold where nothing worse befell a history than repeats and delays. */
public final class Harmless {
    private static final int UNHARMED = 16;
    private static final int DELETED = 17;

    private final World world;
    private final Faults faults;

    public Harmless(World world, Faults faults) {
        this.world = world;
        this.faults = faults;
    }

    /**
     * @throws AssertionError naming the task that was harmed
     */
    public void check() {
        var plan = world.plan();
        var inTime = plan.backlog() < plan.deadline().toMillis();
        if (inTime && faults.areAll(f -> f.isHarmless() || isMadeUpFor(f))) {
            checkImages();
        }
        if (faults.areAll(Fault::letsAllBeDone)) {
            checkDeletions();
        }
    }

    /** The sweeper sends again what was lost, though there must be time for it. */
    private boolean isMadeUpFor(Fault fault) {
        return fault == Fault.LOST && world.plan().backlog() == 0;
    }

    /** Every task that nobody canceled has its images, for one call. */
    private void checkImages() {
        for (var request : world.plan().requests()) {
            var tasks = world.tasksOf(request);
            var canceled = tasks.stream().filter(t -> t.status() == TaskStatus.CANCELED).count();
            var calls = world.witness().callsFor(request.name()).size();
            hold(calls == tasks.size() - canceled, UNHARMED, calls + " calls for " + tasks);
            for (var task : tasks) {
                hold(task.status() == TaskStatus.COMPLETED || canceled > 0, UNHARMED, task);
            }
        }
    }

    /** Of a task whose media were deleted, nothing is stored, whoever stored it since. */
    private void checkDeletions() {
        for (var task : world.tasks().all()) {
            if (task.progress().mediaDeleted().isPresent()) {
                hold(!world.media().has(task.order().mediaToken()), DELETED, task);
            }
        }
    }
}
