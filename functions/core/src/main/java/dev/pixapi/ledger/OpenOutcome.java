package dev.pixapi.ledger;

/** What became of an attempt to open a task. Only {@link Opened} has held credits. */
public sealed interface OpenOutcome {
    record Opened(Task task) implements OpenOutcome {}

    /** A task of this id is there already; nothing more was held. */
    record Exists(Task task) implements OpenOutcome {}

    record Insufficient(Credits available) implements OpenOutcome {}

    record TooManyTasks(long limit) implements OpenOutcome {}

    /** Its counters were found not to add up; an operator looks at it. */
    record Frozen() implements OpenOutcome {}

    /** The account has another number of shards than the opener thought; nothing was held. */
    record Resharded(int shards) implements OpenOutcome {}

    record NoAccount() implements OpenOutcome {}
}
