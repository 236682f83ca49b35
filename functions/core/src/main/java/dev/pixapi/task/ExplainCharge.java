package dev.pixapi.task;

import dev.pixapi.account.AccountId;
import dev.pixapi.api.ApiException;
import dev.pixapi.ledger.Ledger;
import dev.pixapi.ledger.Task;
import dev.pixapi.ledger.TaskId;
import dev.pixapi.ledger.TaskStore;

import java.util.Optional;

/** Explains what a task cost: to its caller, and to the operator, who may ask for any task. */
public final class ExplainCharge {
    private final FindTask find;
    private final TaskStore tasks;
    private final Ledger ledger;
    private final Runs runs;

    public ExplainCharge(FindTask find, TaskStore tasks, Ledger ledger, Runs runs) {
        this.find = find;
        this.tasks = tasks;
        this.ledger = ledger;
        this.runs = runs;
    }

    /**
     * @throws ApiException 404, alike for a foreign and an unknown task
     */
    public Charge explain(AccountId account, String id) {
        return explain(find.find(account, id));
    }

    /** Of any account; empty when the row is not there, or not any more. */
    public Optional<Charge> explain(TaskId id) {
        return tasks.find(id).map(this::explain);
    }

    private Charge explain(Task task) {
        return new Charge(task, runs.asked(task), ledger.entriesOf(task));
    }
}
