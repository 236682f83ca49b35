package dev.pixapi.ledger;

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

    /** As it stands after a settlement that the ledger has accepted. */
    public Task ended(Settlement settlement) {
        return new Task(order, progress.ended(settlement));
    }
}
