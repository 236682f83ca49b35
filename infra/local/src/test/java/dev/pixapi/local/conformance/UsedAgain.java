package dev.pixapi.local.conformance;

import dev.pixapi.account.AccountId;
import dev.pixapi.ledger.Credits;
import dev.pixapi.ledger.Settlement;
import dev.pixapi.ledger.Shard;
import dev.pixapi.ledger.Task;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/**
 * A task that is run until its attempts are used up, is charged, and given back a part of; behind
 * its days another one of its id, and what is meant for the first one.
 */
final class UsedAgain {
    private static final Credits HOLD = Credits.of("1");
    private static final Credits PART = Credits.of("0.25");
    private static final Credits TWICE = Credits.of("2");
    private static final Duration LAPSED = Tasks.LEASE.plusSeconds(1);
    private static final Duration KEPT = Duration.ofDays(91);

    private final Known known;
    private final TaskOperations tasks;

    UsedAgain(Known known, TaskOperations tasks) {
        this.known = known;
        this.tasks = tasks;
    }

    /** None where no account can take the tasks now. */
    List<Supplier<Operation>> steps() {
        return known.accounts().stream()
                .filter(this::isReady)
                .findFirst()
                .map(account -> lives(tasks.task(account, HOLD), shards(account).size()))
                .orElse(List.of());
    }

    private boolean isReady(AccountId account) {
        return shards(account).stream()
                .limit(1)
                .filter(first -> first.frozen().isEmpty())
                .filter(first -> first.tasks() < first.mostTasks())
                .anyMatch(first -> first.balance().available().compareTo(TWICE) >= 0);
    }

    private List<Shard> shards(AccountId account) {
        return known.model().ledger().shards(account);
    }

    private List<Supplier<Operation>> lives(Task first, int shards) {
        return List.of(
                () -> tasks.open(first, shards),
                () -> tasks.open(first, shards),
                () -> tasks.markMediaDeleted(first),
                () -> tasks.claim(first.id()),
                () -> tasks.claim(first.id()),
                after(LAPSED, () -> tasks.claim(first.id())),
                after(LAPSED, () -> tasks.claim(first.id())),
                () -> tasks.renew(first),
                () -> tasks.settle(first),
                () -> tasks.settleWhole(current(first)),
                () -> tasks.refund(charged(first), TWICE),
                () -> tasks.refund(first, PART),
                () -> tasks.refund(charged(first), PART),
                () -> tasks.refund(charged(first).refunding(PART), PART),
                () -> tasks.refundAgain(charged(first).refunding(PART.times(3)), PART),
                after(KEPT, () -> tasks.open(tasks.again(first), shards)),
                () -> tasks.settleWhole(current(first)),
                () -> tasks.refund(charged(first), PART),
                () -> tasks.markMediaDeleted(charged(first)));
    }

    private Supplier<Operation> after(Duration pause, Supplier<Operation> operation) {
        return () -> {
            known.now = known.now.plus(pause);
            return operation.get();
        };
    }

    private Task current(Task task) {
        return known.model().tasks().find(task.id()).orElse(task);
    }

    /** As whoever gives back of it has read it once. */
    private static Task charged(Task task) {
        return task.ended(Settlement.completed(HOLD, task.order().created()));
    }
}
