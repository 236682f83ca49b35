package dev.pixapi.ledger;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One request on its way to images: a hold, and what became of it.
 *
 * @param shard of the account, which its credits are held in
 */
public record Task(Order order, int shard, Progress progress) {
    /** Held in the first shard, as most are. */
    public Task(Order order, Progress progress) {
        this(order, 0, progress);
    }

    public TaskId id() {
        return order.id();
    }

    public TaskStatus status() {
        return progress.status();
    }

    public boolean isTerminal() {
        return progress.status().isTerminal();
    }

    /** When its media are past their days; empty for a task that has not ended. */
    public Optional<Instant> mediaEnds() {
        return progress.ended().map(end -> end.plus(order.retention().duration()));
    }

    /** How many images it was charged for; empty where they cost nothing, so nothing tells. */
    public OptionalInt delivered() {
        var each = order.perImage().millionths();
        return each == 0 && status() == TaskStatus.COMPLETED
                ? OptionalInt.empty()
                : OptionalInt.of((int) (progress.charged().millionths() / Math.max(1, each)));
    }

    /** As it stands after a settlement that the ledger has accepted. */
    public Task ended(Settlement settlement) {
        return new Task(order, shard, progress.ended(settlement));
    }

    /** As it stands after a refund that the ledger has accepted. */
    public Task refunding(Credits more) {
        return new Task(order, shard, progress.refunding(more));
    }

    /** The same, to be held in another shard. */
    public Task in(int other) {
        return new Task(order, other, progress);
    }
}
