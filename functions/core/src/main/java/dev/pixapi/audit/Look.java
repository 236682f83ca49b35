package dev.pixapi.audit;

import dev.pixapi.account.AccountId;
import dev.pixapi.ledger.Entry;
import dev.pixapi.ledger.Shard;

import java.util.List;

/**
 * An account as it was between two readings of its entries and of its rows. Nobody can read
 * entries, rows and tasks at one moment; but where the entries and the rows were the same before
 * and behind, nothing has moved in between: what moves back what an opening held always puts an
 * entry.
 *
 * @param holds the rows against tasks that were read between the two readings of the rows
 */
record Look(
        List<BookLine> before,
        List<Shard> rows,
        HoldCheck holds,
        List<Shard> again,
        List<BookLine> behind) {
    /**
     * So many entries are read at most: what an account settles while it is looked at, and before.
     */
    static final int MOST_LINES = 20_000;

    static Look at(AccountId account, Mark mark, AuditParts parts, UnfinishedTasks known) {
        var before = parts.book().lines(account, mark.last(), MOST_LINES);
        var rows = parts.ledger().shards(account);
        var holds = known.against(account, rows);
        if (holds.difference().isEmpty()) {
            // Most stand still: what was read for all of them explains what they hold.
            return new Look(before, rows, holds, rows, behind(account, mark, parts));
        }
        var fresh = UnfinishedTasks.read(parts.tasks()).against(account, rows);
        var again = parts.ledger().shards(account);
        return new Look(before, rows, fresh, again, behind(account, mark, parts));
    }

    private static List<BookLine> behind(AccountId account, Mark mark, AuditParts parts) {
        return parts.book().lines(account, mark.last(), MOST_LINES);
    }

    /** Whether all entries were read. */
    boolean isWhole() {
        return behind.size() < MOST_LINES;
    }

    boolean isExact() {
        return before.equals(behind);
    }

    /** An adjustment may take back what came in between, so nothing can be said of it then. */
    boolean isAdjusted() {
        return !isExact()
                && behind.stream().anyMatch(line -> line.entry().kind() == Entry.Kind.ADJUST);
    }

    boolean isStill() {
        return isExact() && rows.equals(again);
    }

    /** Whether another look could not say more. */
    boolean isDecided() {
        return isExact() && (isStill() || holds.difference().isEmpty());
    }
}
