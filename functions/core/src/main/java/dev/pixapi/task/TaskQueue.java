package dev.pixapi.task;

import dev.pixapi.ledger.TaskId;

/** Hands tasks to workers: at least once, in any order, perhaps twice. */
public interface TaskQueue {
    void send(TaskId id);
}
