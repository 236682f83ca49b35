package dev.pixapi.simulation.check;

import dev.pixapi.account.AccountId;
import dev.pixapi.ledger.Entry;
import dev.pixapi.ledger.Shard;
import dev.pixapi.ledger.Task;
import dev.pixapi.ledger.TaskId;
import dev.pixapi.simulation.kernel.Timeline;
import dev.pixapi.simulation.model.ModelLedger;
import dev.pixapi.simulation.model.ModelTasks;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Invariants 1 to 5 (docs/ledger.md), which hold behind every step. */
public final class Books {
    /** Beside the seven invariants: a frozen account holds nothing more. */
    private static final int FROZEN = 11;

    /**
     * A runner that stalls between its look at the clock and its write, and a clock that is off.
     */
    private static final Duration LONGEST_STEP = Duration.ofSeconds(135);

    private final ModelLedger ledger;
    private final ModelTasks tasks;
    private final List<AccountId> accounts;
    private final Map<AccountId, Book> books = new HashMap<>();
    private final Map<TaskId, Task> ended = new HashMap<>();
    private final Map<TaskId, Integer> attempts = new HashMap<>();
    private final Timeline timeline;

    public Books(
            ModelLedger ledger, ModelTasks tasks, List<AccountId> accounts, Timeline timeline) {
        this.timeline = timeline;
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
        private final Set<String> once = new HashSet<>();
        private long opened;
        private long expiredBefore;

        void read(List<Entry> entries) {
            for (; read < entries.size(); read++) {
                add(entries.get(read));
            }
        }

        private void add(Entry entry) {
            var credits = entry.credits().millionths();
            if (entry.kind() != Entry.Kind.EXPIRE) {
                var name = entry.kind() + entry.reference() + entry.part().orElse("");
                hold(once.add(name), 5, entry);
            }
            switch (entry.kind()) {
                case SETTLE -> settled += credits;
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
        private long opened;
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
        var shards = shards(account);
        long held = 0;
        long spent = 0;
        long granted = 0;
        long refunded = 0;
        long expired = 0;
        long running = 0;
        for (var shard : shards) {
            hold(shard.addsUp(), 1, shard);
            // The limit of a shard falls when there are more, whatever runs in it.
            var room = shards.size() > 1 || shard.tasks() <= shard.mostTasks();
            hold(shard.tasks() >= 0 && room, 2, shard);
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
        if (shards.getFirst().frozen().isPresent()) {
            hold(sums.opened == book.opened && expired == book.expiredBefore, FROZEN, shards);
        }
        book.opened = sums.opened;
        book.expiredBefore = expired;
    }

    /** A counter below nothing cannot even be said. */
    private List<Shard> shards(AccountId account) {
        try {
            return ledger.shards(account);
        } catch (IllegalArgumentException below) {
            throw new AssertionError("invariant 2 is broken by " + account, below);
        }
    }

    private static long moved(Shard shard) {
        return shard.movedIn().millionths() - shard.movedOut().millionths();
    }

    private void add(Task task, Sums sums) {
        var charged = task.progress().charged().millionths();
        sums.opened++;
        checkAttempt(task);
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

    /** No runner takes a task that is past its deadline, and each has a fence of its own. */
    private void checkAttempt(Task task) {
        var progress = task.progress();
        var before = attempts.put(task.id(), progress.attempts());
        if (before != null && before != progress.attempts()) {
            var late = timeline.now().minus(LONGEST_STEP).isAfter(task.order().deadline());
            hold(!late, 7, task);
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
