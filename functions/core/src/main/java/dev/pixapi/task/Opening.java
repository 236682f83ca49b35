package dev.pixapi.task;

import dev.pixapi.image.Inputs;
import dev.pixapi.ledger.Task;

/** What became of a submission. */
sealed interface Opening {
    /** A new task; its credits are held. What it starts from is kept, and here as well. */
    record Opened(Task task, Inputs inputs) implements Opening {}

    /** The task of an earlier request with the same Idempotency-Key and the same parameters. */
    record Replayed(Task task) implements Opening {}
}
