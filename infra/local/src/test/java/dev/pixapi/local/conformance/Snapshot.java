package dev.pixapi.local.conformance;

import dev.pixapi.account.AccountId;
import dev.pixapi.simulation.model.ModelTasks;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All that the ports tell of some accounts, by what it is. */
final class Snapshot {
    private static final int ALL = 10_000;
    private static final int PAGE = 100;

    private Snapshot() {}

    /**
     * @param due which knows when each task is due, by which their order is told
     */
    static Map<String, Object> of(
            Side side, ModelTasks due, List<AccountId> accounts, Instant now) {
        var all = new LinkedHashMap<String, Object>();
        all.put("due", Looks.due(side, now));
        all.put(
                "the order of what is due",
                side.tasks().due(now, 3).tasks().stream()
                        .map(task -> due.dueAt(task.id()))
                        .toList());
        all.put("expiring", Looks.expiring(side, now));
        for (var account : accounts) {
            all.put("shards of " + account, side.ledger().shards(account));
            all.put("balance of " + account, side.ledger().balance(account));
            all.put("tasks of " + account, side.tasks().list(account, ALL, Optional.empty()));
            all.put(
                    "entries of " + account,
                    Outcome.comparable(Looks.entries(side, account, PAGE)));
        }
        return all;
    }
}
