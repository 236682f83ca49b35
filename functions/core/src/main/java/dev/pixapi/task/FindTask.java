package dev.pixapi.task;

import dev.pixapi.account.AccountId;
import dev.pixapi.api.ApiException;
import dev.pixapi.api.ErrorCode;
import dev.pixapi.concurrent.Threads;
import dev.pixapi.ledger.Task;
import dev.pixapi.ledger.TaskId;
import dev.pixapi.ledger.TaskStore;

import java.time.Duration;
import java.util.Optional;

/** Finds a task of an account, and waits for it if asked. */
public final class FindTask {
    private final TaskStore tasks;
    private final TaskWaiter waiter;

    public FindTask(TaskStore tasks, Threads threads) {
        this.tasks = tasks;
        this.waiter = new TaskWaiter(tasks, threads);
    }

    /**
     * @throws ApiException 404, alike for a foreign and an unknown task
     */
    public Task find(AccountId account, String id) {
        return owned(account, TaskId.parse(id).flatMap(tasks::find));
    }

    /** As {@link #find}, when the task has ended or the wait is over. */
    public Task await(AccountId account, String id, Duration atMost) throws InterruptedException {
        var task = find(account, id);
        return task.isTerminal() || atMost.isZero()
                ? task
                : owned(account, waiter.await(task.id(), atMost));
    }

    private static Task owned(AccountId account, Optional<Task> task) {
        return task.filter(found -> found.order().account().equals(account))
                .orElseThrow(
                        () -> ApiException.of(ErrorCode.TASK_NOT_FOUND, "There is no such task."));
    }
}
