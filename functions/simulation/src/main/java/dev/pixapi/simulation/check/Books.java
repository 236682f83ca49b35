package dev.pixapi.simulation.check;

import dev.pixapi.account.AccountId;
import dev.pixapi.ledger.Entry;
import dev.pixapi.ledger.Shard;
import dev.pixapi.ledger.Task;
import dev.pixapi.ledger.TaskId;
import dev.pixapi.simulation.model.ModelLedger;
import dev.pixapi.simulation.model.ModelTasks;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Invariants 1 to 5 (docs/ledger.md), which hold behind every step. */
public final class Books {
    private final ModelLedger ledger;
    private final ModelTasks tasks;
    private final List<AccountId> accounts;
    private final Map<AccountId, Book> books = new HashMap<>();
    private final Map<TaskId, Task> ended = new HashMap<>();

    public Books(ModelLedger ledger, ModelTasks tasks, List<AccountId> accounts) {
        this.ledger = ledger;
        this.tasks = tasks;
        this.accounts = accounts;
    }

    /** The entries of an account, added up as far as they were read. */
    private static final class Book {
        private int read;
        private long settled;
        private long granted;
        private long refunded;
        private long expired;
        private final Map<String, Long> charges = new HashMap<>();

        void read(List<Entry> entries) {
            for (; read < entries.size(); read++) {
                add(entries.get(read));
            }
        }

        private void add(Entry entry) {
            var credits = entry.credits().millionths();
            switch (entry.kind()) {
                case SETTLE -> {
                    settled += credits;
                    hold(charges.put(entry.reference(), credits) == null, 5, entry);
                }
                case GRANT -> granted += credits;
                case REFUND -> refunded += credits;
                case EXPIRE -> expired += credits;
                case ADJUST -> throw new AssertionError("nobody adjusts here");
            }
        }
    }

    /** What an account's tasks come to. */
    private static final class Sums {
        private long held;
        private long unfinished;
        private long charged;
        private long refunded;
    }

    /**
     * @throws AssertionError naming the invariant that does not hold
     */
    public void check() {
        var sums = new HashMap<AccountId, Sums>();
        tasks.forEach(
                task -> add(task, sums.computeIfAbsent(task.order().account(), _ -> new Sums())));
        for (var account : accounts) {
            check(account, sums.getOrDefault(account, new Sums()));
        }
    }

    private void check(AccountId account, Sums sums) {
        var book = books.computeIfAbsent(account, _ -> new Book());
        book.read(ledger.book(account));
        var shards = ledger.shards(account);
        long held = 0;
        long spent = 0;
        long granted = 0;
        long refunded = 0;
        long expired = 0;
        long running = 0;
        for (var shard : shards) {
            hold(shard.addsUp(), 1, shard);
            hold(shard.tasks() >= 0 && shard.tasks() <= shard.mostTasks(), 2, shard);
            held += shard.balance().held().millionths();
            spent += shard.balance().spent().millionths();
            granted += shard.balance().granted().millionths();
            refunded += shard.balance().refunded().millionths();
            expired += shard.balance().expired().millionths();
            running += shard.tasks();
        }
        hold(held == sums.held && running == sums.unfinished, 3, shards);
        hold(spent == book.settled && spent == sums.charged, 4, shards);
        hold(granted == book.granted && expired == book.expired, 4, shards);
        hold(refunded == book.refunded && refunded == sums.refunded, 4, shards);
        hold(shards.stream().mapToLong(Books::moved).sum() == 0, 1, shards);
    }

    private static long moved(Shard shard) {
        return shard.movedIn().millionths() - shard.movedOut().millionths();
    }

    private void add(Task task, Sums sums) {
        var charged = task.progress().charged().millionths();
        sums.charged += charged;
        sums.refunded += task.progress().refunded().millionths();
        hold(charged <= task.order().hold().millionths(), 5, task);
        hold(task.progress().refunded().millionths() <= charged, 5, task);
        if (task.isTerminal()) {
            var before = ended.putIfAbsent(task.id(), task);
            hold(before == null || isSame(before, task), 5, task);
        } else {
            hold(!ended.containsKey(task.id()), 5, task);
            sums.held += task.order().hold().millionths();
            sums.unfinished++;
        }
    }

    private static boolean isSame(Task before, Task task) {
        return before.status() == task.status()
                && before.progress().charged().equals(task.progress().charged());
    }

    static void hold(boolean holds, int invariant, Object found) {
        if (!holds) {
            throw new AssertionError("invariant " + invariant + " is broken by " + found);
        }
    }
}
