package dev.pixapi.task;

import dev.pixapi.ledger.Task;

/** What became of a submission. */
sealed interface Opening {
    /** A new task; its credits are held. */
    record Opened(Task task) implements Opening {}

    /** The task of an earlier request with the same Idempotency-Key and the same parameters. */
    record Replayed(Task task) implements Opening {}
}
