package dev.pixapi.audit;

import dev.pixapi.ledger.Credits;
import dev.pixapi.ledger.Shard;
import dev.pixapi.ledger.Task;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What an account's rows hold, against the holds of its tasks that have not ended.
 *
 * @param isAll false when there may be more of these tasks
 */
record HoldCheck(List<Shard> rows, List<Task> unfinished, boolean isAll) {
    /** In words, the same for the same difference; empty for none. */
    String difference() {
        return rows.stream()
                .map(this::difference)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("; "));
    }

    private String difference(Shard row) {
        var tasks = unfinished.stream().filter(task -> task.shard() == row.number()).toList();
        var holds =
                tasks.stream().map(task -> task.order().hold()).reduce(Credits.ZERO, Credits::plus);
        return row.tasks() == tasks.size() && row.balance().held().equals(holds)
                ? ""
                : "shard %d holds %s for %d tasks, but there are %d unfinished, for %s"
                        .formatted(
                                row.number(),
                                row.balance().held(),
                                row.tasks(),
                                tasks.size(),
                                holds);
    }
}
