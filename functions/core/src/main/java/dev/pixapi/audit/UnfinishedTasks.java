package dev.pixapi.audit;

import dev.pixapi.account.AccountId;
import dev.pixapi.ledger.Shard;
import dev.pixapi.ledger.Task;
import dev.pixapi.ledger.TaskStore;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * All tasks that have not ended, as far as the index of what is due knows of them.
 *
 * @param isAll false when there were more than can be read
 */
record UnfinishedTasks(Map<AccountId, List<Task>> byAccount, boolean isAll) {
    /** Of all accounts together. The auditor says so where there are more. */
    private static final int MOST = 10_000;

    /** Behind all looks of the sweeper: every unfinished task is due before. */
    private static final Instant EVER = Instant.parse("2200-01-01T00:00:00Z");

    static UnfinishedTasks read(TaskStore tasks) {
        var due = tasks.due(EVER, MOST);
        return new UnfinishedTasks(
                due.tasks().stream()
                        .filter(task -> !task.isTerminal())
                        .collect(Collectors.groupingBy(task -> task.order().account())),
                due.tasks().size() + due.broken().size() < MOST);
    }

    HoldCheck against(AccountId account, List<Shard> rows) {
        return new HoldCheck(rows, byAccount.getOrDefault(account, List.of()), isAll);
    }
}
