package dev.pixapi.task;

import dev.pixapi.account.AccountId;
import dev.pixapi.api.Parameters;
import dev.pixapi.ledger.Task;
import dev.pixapi.ledger.TaskId;
import dev.pixapi.ledger.TaskStatus;
import dev.pixapi.ledger.TaskStore;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lists an account's tasks, newest first. */
public final class ListTasks {
    private static final int PAGE = 100;

    /** A filter that matches little looks no further than this; then the list ends here. */
    private static final int MOST_READ = 2_000;

    private final TaskStore tasks;

    public ListTasks(TaskStore tasks) {
        this.tasks = tasks;
    }

    /** What is listed. */
    public record Query(
            int limit,
            Optional<String> after,
            Optional<TaskStatus> status,
            Optional<String> model) {
        boolean matches(Task task) {
            return status.map(s -> s == task.status()).orElse(true)
                    && model.map(m -> m.equals(task.order().model())).orElse(true);
        }
    }

    /** One page, and whether more follow it. */
    public record Tasks(List<Task> tasks, boolean hasMore) {}

    /**
     * @throws dev.pixapi.api.ApiException when {@code after} is no task of the account
     */
    public Tasks list(AccountId account, Query query) {
        var found = new ArrayList<Task>();
        var last = query.after().map(id -> start(account, id));
        for (var read = 0; read < MOST_READ; read += PAGE) {
            var page = tasks.list(account, PAGE, last);
            for (var task : page) {
                if (query.matches(task)) {
                    if (found.size() == query.limit()) {
                        return new Tasks(found, true);
                    }
                    found.add(task);
                }
            }
            if (page.size() < PAGE) {
                break;
            }
            last = Optional.of(page.getLast());
        }
        return new Tasks(found, false);
    }

    private Task start(AccountId account, String id) {
        return TaskId.parse(id)
                .flatMap(tasks::find)
                .filter(task -> task.order().account().equals(account))
                .orElseThrow(
                        () -> Parameters.invalid("after", "must be the id of a task of yours"));
    }
}
