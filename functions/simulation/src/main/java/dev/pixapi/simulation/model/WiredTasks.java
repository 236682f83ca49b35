package dev.pixapi.simulation.model;

import dev.pixapi.account.AccountId;
import dev.pixapi.ledger.Due;
import dev.pixapi.ledger.Task;
import dev.pixapi.ledger.TaskId;
import dev.pixapi.ledger.TaskStore;
import dev.pixapi.simulation.fault.Step;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The model of the store of tasks behind the wire. */
public final class WiredTasks implements TaskStore {
    private final ModelTasks model;
    private final Wire wire;

    public WiredTasks(ModelTasks model, Wire wire) {
        this.model = model;
        this.wire = wire;
    }

    @Override
    public Optional<Task> find(TaskId id) {
        return wire.step(Step.READ, "find", () -> model.find(id));
    }

    @Override
    public List<Task> list(AccountId account, int limit, Optional<Task> after) {
        return wire.step(Step.READ, "list", () -> model.list(account, limit, after));
    }

    @Override
    public Due due(Instant now, int limit) {
        return wire.step(Step.READ, "due", () -> model.due(now, limit));
    }

    @Override
    public void postpone(TaskId id, Instant next) {
        wire.run(Step.POSTPONE, "postpone", () -> model.postpone(id, next));
    }

    @Override
    public Optional<Task> markMediaDeleted(Task task, Instant now) {
        return wire.step(
                Step.MARK_DELETED, "mark deleted", () -> model.markMediaDeleted(task, now));
    }
}
