package dev.pixapi.local.conformance;

import dev.pixapi.account.AccountId;
import dev.pixapi.ledger.ClaimTerms;
import dev.pixapi.ledger.Credits;
import dev.pixapi.ledger.Failure;
import dev.pixapi.ledger.Refund;
import dev.pixapi.ledger.Settlement;
import dev.pixapi.ledger.Shard;
import dev.pixapi.ledger.Task;
import dev.pixapi.ledger.TaskId;
import dev.pixapi.ledger.TaskStatus;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What is done to tasks, with arguments that are old, repeated or foreign. */
final class TaskOperations {
    private static final int MOST_ATTEMPTS = 2;

    private final Known known;
    private int numbered;
    private int opened;

    TaskOperations(Known known) {
        this.known = known;
    }

    Operation open() {
        var account = known.account();
        var shards = known.model().ledger().shards(account);
        var thought = known.oneIn(12) ? 1 + known.random().nextInt(4) : Math.max(1, shards.size());
        // Now and then a shard that is not there.
        var shard = known.random().nextInt(thought + (known.oneIn(12) ? 1 : 0));
        return open(account, hold(shards, shard), shard, thought);
    }

    /** A new one, of a new name. */
    Task task(AccountId account, Credits hold) {
        return Tasks.submitted(account, "task " + ++opened, "token " + numbered++, hold, known.now);
    }

    /** Another one of its id. */
    Task again(Task task) {
        return Tasks.again(task, "token " + numbered++, known.now);
    }

    Operation open(AccountId account, Credits hold, int shard, int shards) {
        // One in three is a repeat, mostly with another price.
        var name = "task " + (known.oneIn(3) ? known.random().nextInt(opened + 1) : ++opened);
        var created = known.oneIn(8) ? earlier() : known.now;
        var submitted = Tasks.submitted(account, name, "token " + numbered++, hold, created);
        var task = (known.oneIn(3) ? Tasks.running(submitted) : submitted).in(shard);
        return open(task, shards);
    }

    Operation open(Task task, int shards) {
        return of(
                "open",
                task,
                "%s for %s in shard %s of %s"
                        .formatted(task.status(), task.order().hold(), task.shard(), shards),
                side -> side.ledger().open(task, shards));
    }

    /** Sometimes all that is there, or a little more. */
    private Credits hold(List<Shard> shards, int shard) {
        var available =
                shard < shards.size() ? shards.get(shard).balance().available().millionths() : 0;
        return switch (known.random().nextInt(12)) {
            case 0 -> new Credits(available);
            case 1 -> new Credits(available + 1);
            default -> new Credits(known.random().nextLong(3_000_000));
        };
    }

    Operation claim() {
        var id =
                known.oneIn(20)
                        ? TaskId.of(known.account(), "never opened")
                        : target().map(Task::id).orElse(TaskId.of(known.account(), "a"));
        return claim(id);
    }

    Operation claim(TaskId id) {
        var runner =
                known.oneIn(3) ? "runner " + known.random().nextInt(3) : "runner of " + numbered++;
        var at = known.oneIn(4) ? earlier() : known.now;
        var terms = new ClaimTerms(runner, at, at.plus(Tasks.LEASE), MOST_ATTEMPTS);
        return new Operation(
                "claim",
                known.account(),
                id + " by " + terms,
                side -> side.ledger().claim(id, terms));
    }

    Operation renew(Task claimed) {
        var end = known.now.plus(Tasks.LEASE);
        return of("renew", claimed, "to " + end, side -> side.ledger().renew(claimed, end));
    }

    Operation settle(Task task) {
        return settle(task, settlement(task));
    }

    /** As the sweeper ends what is past its deadline. */
    Operation fail(Task task) {
        return settle(task, Settlement.failed(new Failure("timeout", "Too late."), known.now));
    }

    Operation settleWhole(Task task) {
        return settle(task, Settlement.completed(task.order().hold(), known.now));
    }

    private Operation settle(Task task, Settlement settlement) {
        return of(
                "settle",
                task,
                settlement.toString(),
                side -> side.ledger().settle(task, settlement));
    }

    private Settlement settlement(Task task) {
        var time = known.oneIn(5) ? earlier() : known.now;
        var settlement =
                switch (known.random().nextInt(6)) {
                    case 0 -> Settlement.canceled(time);
                    case 1 -> Settlement.failed(new Failure("internal_error", "It failed."), time);
                    case 2 ->
                            Settlement.failed(
                                    new Failure("invalid_value", "No.", Optional.of("size")), time);
                    case 3 -> Settlement.completed(task.order().hold(), time);
                    default -> Settlement.completed(part(task.order().hold()), time);
                };
        return known.oneIn(4) ? settlement.atRisk(part(task.order().hold())) : settlement;
    }

    Operation refund(Task task) {
        var id = "refund-" + known.random().nextInt(4);
        var left = task.progress().charged().millionths() - task.progress().refunded().millionths();
        var credits =
                switch (known.random().nextInt(4)) {
                    case 0 -> left;
                    case 1 -> left + 1;
                    default -> known.random().nextLong(Math.max(1, left)) + 1;
                };
        return refund(new Refund(task, id, new Credits(Math.max(1, credits)), known.now));
    }

    /** By a new id. */
    Operation refund(Task task, Credits credits) {
        return refund(new Refund(task, "part-" + numbered++, credits, known.now));
    }

    /** By the id that was given last. */
    Operation refundAgain(Task task, Credits credits) {
        return refund(new Refund(task, "part-" + (numbered - 1), credits, known.now));
    }

    private static Operation refund(Refund refund) {
        return of(
                "refund",
                refund.task(),
                refund.id() + " of " + refund.credits(),
                side -> side.ledger().refund(refund));
    }

    Operation postpone(Task task) {
        var next = known.now.plusMillis(known.random().nextInt(120_000));
        return of(
                "postpone",
                task,
                "to " + next,
                side -> {
                    side.tasks().postpone(task.id(), next);
                    return "done";
                });
    }

    Operation markMediaDeleted(Task task) {
        var now = known.now;
        return of(
                "markMediaDeleted",
                task,
                "at " + now,
                side -> side.tasks().markMediaDeleted(task, now));
    }

    /** A task for which a refund has a chance, as an operator would read it. */
    Optional<Task> charged() {
        var all = known.model().tasks().list(known.account(), 100, Optional.empty());
        return all.stream()
                .filter(task -> task.status() == TaskStatus.COMPLETED)
                .skip(known.random().nextInt(4))
                .findFirst();
    }

    Optional<Task> due() {
        return known.model().tasks().due(known.now, 1).tasks().stream().findFirst();
    }

    /** Half of them unfinished, or nothing would come of most. */
    Optional<Task> target() {
        var current = known.version().flatMap(task -> known.model().tasks().find(task.id()));
        return known.oneIn(2) ? current.or(known::version) : known.version();
    }

    private Credits part(Credits whole) {
        return new Credits(known.random().nextLong(whole.millionths() + 1));
    }

    /** By a clock that is slow. */
    private Instant earlier() {
        return known.now.minusMillis(known.random().nextInt(90_000));
    }

    private static Operation of(String kind, Task task, String arguments, Operation.Call call) {
        var version = task.id() + " at fence " + task.progress().fence() + " ";
        return new Operation(kind, task.order().account(), version + arguments, call);
    }
}
