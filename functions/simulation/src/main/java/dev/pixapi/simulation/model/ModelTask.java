package dev.pixapi.simulation.model;

import dev.pixapi.ledger.Task;

import java.time.Instant;

/**
 * A task's row.
 *
 * @param runner who claimed it last; empty for nobody
 * @param due when the sweeper looks at it; {@code Instant.MAX} when it has ended
 */
record ModelTask(Task task, String runner, Instant due) {
    ModelTask with(Task changed) {
        return new ModelTask(changed, runner, due);
    }
}
