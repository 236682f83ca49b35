package dev.pixapi.task;

import dev.pixapi.concurrent.Threads;
import dev.pixapi.ledger.Task;
import dev.pixapi.ledger.TaskId;
import dev.pixapi.ledger.TaskStore;

import java.time.Duration;
import java.util.Optional;

/** Waits for a task to end, by reading it at growing intervals. */
final class TaskWaiter {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    private final TaskStore tasks;
    private final Threads threads;

    TaskWaiter(TaskStore tasks, Threads threads) {
        this.tasks = tasks;
        this.threads = threads;
    }

    /** The task when it is terminal, or as it stands after the time is up. */
    Optional<Task> await(TaskId id, Duration atMost) throws InterruptedException {
        var end = threads.nanoTime() + atMost.toNanos();
        var pause = FIRST_PAUSE;
        var task = tasks.find(id);
        while (task.filter(t -> !t.isTerminal()).isPresent() && threads.nanoTime() < end) {
            var left = Math.clamp(end - threads.nanoTime(), 0, pause.toNanos());
            threads.sleep(Duration.ofNanos(left));
            pause = pause.multipliedBy(3).dividedBy(2);
            pause = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
            task = tasks.find(id);
        }
        return task;
    }
}
