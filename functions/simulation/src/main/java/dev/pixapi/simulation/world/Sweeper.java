package dev.pixapi.simulation.world;

import dev.pixapi.ledger.Task;
import dev.pixapi.simulation.kernel.Runner;
import dev.pixapi.simulation.kernel.Timeline;

/** The schedule: a sweep every minute, until nothing is left to do. */
final class Sweeper {
    private static final long EVERY = 60_000;

    /** Behind every deadline, and every pause that a task can meet until then. */
    private static final long LONGEST = 2 * 3_600_000;

    private final World world;
    private final Timeline timeline;
    private final Functions functions;
    private final Callers callers;
    private final Runner itself;
    private int sweeps;

    Sweeper(World world, Timeline timeline, Functions functions, Callers callers) {
        this.world = world;
        this.timeline = timeline;
        this.functions = functions;
        this.callers = callers;
        this.itself = world.runner("schedule");
    }

    void start() {
        timeline.start(itself, EVERY, this::tick);
    }

    private void tick() {
        while (!isOver()) {
            if (timeline.millis() > LONGEST) {
                throw new AssertionError("7: a task is not finished long past its deadline");
            }
            timeline.start(world.runner("sweep " + ++sweeps), 0, this::sweep);
            timeline.sleep(EVERY);
        }
        timeline.end();
    }

    private boolean isOver() {
        return !callers.areWaiting()
                && functions.queueIsEmpty()
                && nothingExpires()
                && world.tasks().all().stream().allMatch(Task::isTerminal);
    }

    /** Nothing does in a frozen account. */
    private boolean nothingExpires() {
        return world.ledger().expiring(timeline.now(), Integer.MAX_VALUE).stream()
                .allMatch(a -> world.ledger().shards(a).getFirst().frozen().isPresent());
    }

    private void sweep() {
        try {
            functions.sweep.sweep();
            if (world.hasGrantsThatExpire()) {
                functions.expire.expire();
            }
        } catch (RuntimeException _) {
            // The next one goes on.
        }
    }
}
