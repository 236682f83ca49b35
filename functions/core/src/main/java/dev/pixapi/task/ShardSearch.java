package dev.pixapi.task;

import dev.pixapi.ledger.Credits;
import dev.pixapi.ledger.Ledger;
import dev.pixapi.ledger.OpenOutcome;
import dev.pixapi.ledger.Shard;
import dev.pixapi.ledger.Task;

import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;

/** Finds a shard for a task that the one that was tried could not take, and brings it credits. */
final class ShardSearch {
    private static final Comparator<Shard> BY_CREDITS =
            Comparator.comparingLong(ShardSearch::available);

    /** So many tasks more a shard can take that gives credits to another one. */
    private static final int KEPT = 4;

    private final Ledger ledger;
    private final RandomGenerator random;

    ShardSearch(Ledger ledger, RandomGenerator random) {
        this.ledger = ledger;
        this.random = random;
    }

    /** Where to try next, or what became of it. */
    sealed interface Found {
        /**
         * @param of how many shards
         */
        record Place(int shard, int of) implements Found {}

        record Final(OpenOutcome outcome) implements Found {}
    }

    /**
     * @param tried the shard that could not take it
     */
    Found find(Task task, int tried) {
        var hold = task.order().hold().millionths();
        var rows = ledger.glance(task.order().account());
        if (rows.isEmpty()) {
            return new Found.Final(new OpenOutcome.NoAccount());
        }
        var glances = new Glances(rows);
        if (glances.sum() < hold) {
            rows = ledger.glance(task.order().account());
            if (glances.most(rows) < hold) {
                return new Found.Final(new OpenOutcome.Insufficient(glances.told()));
            }
        }
        var roomy = rows.stream().filter(row -> room(row) > 0).toList();
        if (roomy.isEmpty()) {
            var limit = rows.stream().mapToLong(Shard::mostTasks).sum();
            return new Found.Final(new OpenOutcome.TooManyTasks(limit));
        }
        var target = target(rows, roomy, tried, hold);
        bring(task, target, rows);
        return new Found.Place(target.number(), rows.size());
    }

    /**
     * The one that was tried, when another one can help it and keep some: so those that are picked
     * by chance fill up again. Else any that suffices: the last credits are used where they are,
     * for they would only be moved back and forth. Else the richest, so that all who have to gather
     * credits from several gather them in the same place.
     */
    private Shard target(List<Shard> rows, List<Shard> roomy, int tried, long hold) {
        var sufficing = roomy.stream().filter(row -> available(row) >= hold).toList();
        return roomy.stream()
                .filter(row -> row.number() == tried && isHelped(row, rows, hold))
                .findFirst()
                .orElseGet(
                        () ->
                                sufficing.isEmpty()
                                        ? roomy.stream().max(BY_CREDITS).orElseThrow()
                                        : sufficing.get(random.nextInt(sufficing.size())));
    }

    private static boolean isHelped(Shard row, List<Shard> rows, long hold) {
        var missing = Math.max(0, hold - available(row));
        return missing == 0
                || rows.stream()
                        .anyMatch(
                                o ->
                                        o.number() != row.number()
                                                && available(o) >= missing + KEPT * hold);
    }

    /** From the richest first; more than what is missing, so that the next ones find some, too. */
    private void bring(Task task, Shard target, List<Shard> rows) {
        var hold = task.order().hold().millionths();
        var has = available(target);
        for (var donor : rows.stream().sorted(BY_CREDITS.reversed()).toList()) {
            if (has >= hold) {
                return;
            }
            if (donor.number() == target.number() || available(donor) == 0) {
                continue;
            }
            var level = (available(donor) - has) / 2;
            var moved = Math.min(available(donor), Math.max(hold - has, level));
            if (!move(task, donor, target, moved)) {
                return;
            }
            has += moved;
        }
    }

    private boolean move(Task task, Shard from, Shard to, long credits) {
        var account = task.order().account();
        return ledger.move(account, from.number(), to.number(), new Credits(credits));
    }

    private static long available(Shard row) {
        return row.balance().available().millionths();
    }

    private static long room(Shard row) {
        return row.mostTasks() - row.tasks();
    }
}
