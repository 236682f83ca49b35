package dev.pixapi.simulation.hot;

import dev.pixapi.account.AccountId;
import dev.pixapi.ledger.Credits;
import dev.pixapi.ledger.Entry;
import dev.pixapi.ledger.OpenOutcome.Opened;
import dev.pixapi.ledger.Shard;
import dev.pixapi.simulation.kernel.Timeline;
import dev.pixapi.simulation.model.ModelLedger;

import java.util.HashSet;
import java.util.Set;

/**
 * Invariants 1 to 4 of one account behind every write, and whether its credits sufficed: as far as
 * the entries are new, since there are too many to add up each time.
 */
final class HotBooks {
    private static final long IMAGE = Credits.of("1").millionths();

    private final ModelLedger ledger;
    private final AccountId account;
    private final Timeline timeline;
    private int entriesRead;
    private long granted;
    private long settled;
    private long ended;
    private long opened;
    private long lastShort = -1;
    private boolean isShort;
    private long checks;
    private final Set<String> once = new HashSet<>();

    HotBooks(ModelLedger ledger, AccountId account, Timeline timeline) {
        this.ledger = ledger;
        this.account = account;
        this.timeline = timeline;
    }

    private static final class Sums {
        private long available;
        private long held;
        private long spent;
        private long granted;
        private long moved;
        private long tasks;

        void add(Shard row) {
            available += row.balance().available().millionths();
            held += row.balance().held().millionths();
            spent += row.balance().spent().millionths();
            granted += row.balance().granted().millionths();
            moved += row.movedIn().millionths() - row.movedOut().millionths();
            tasks += row.tasks();
        }
    }

    /** Behind every write. */
    void check(Object outcome) {
        opened += outcome instanceof Opened ? 1 : 0;
        check();
    }

    /** Credits below nothing cannot even be read. */
    private void check() {
        checks++;
        var sums = new Sums();
        for (var row : ledger.shards(account)) {
            hold(row.addsUp(), 1, row);
            sums.add(row);
        }
        read();
        hold(sums.moved == 0 && sums.granted == granted, 1, sums.moved);
        hold(sums.tasks == opened - ended && sums.held == sums.tasks * IMAGE, 3, sums.held);
        hold(sums.spent == settled, 4, sums.spent);
        if (sums.available >= IMAGE) {
            lastShort = isShort ? timeline.millis() : lastShort;
            isShort = false;
        } else {
            isShort = true;
        }
    }

    private void read() {
        var entries = ledger.book(account);
        for (; entriesRead < entries.size(); entriesRead++) {
            var entry = entries.get(entriesRead);
            if (entry.kind() == Entry.Kind.GRANT) {
                granted += entry.credits().millionths();
            } else {
                settled += entry.credits().millionths();
                ended++;
                hold(once.add(entry.reference()), 5, entry);
            }
        }
    }

    boolean isShort() {
        return isShort;
    }

    long checks() {
        return checks;
    }

    /**
     * Somebody was told that the credits do not suffice.
     *
     * @param began when he asked
     */
    void refused(long began) {
        hold(isShort || lastShort >= began, 402, "credits sufficed all the time since " + began);
    }

    /** Nothing is held, nothing is lost. */
    void checkEnd(Figures figures) {
        check();
        var balance = ledger.balance(account).orElseThrow();
        hold(opened == ended && opened == figures.admitted(), 3, ended);
        hold(balance.held().equals(Credits.ZERO), 3, balance);
        hold(balance.addsUp(), 1, balance);
    }

    private static void hold(boolean holds, int invariant, Object found) {
        if (!holds) {
            throw new AssertionError("invariant " + invariant + " is broken by " + found);
        }
    }
}
