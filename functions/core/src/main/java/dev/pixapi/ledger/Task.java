package dev.pixapi.ledger;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/** One request on its way to images: a hold, and what became of it. */
public record Task(Order order, Progress progress) {
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
        return new Task(order, progress.ended(settlement));
    }
}
