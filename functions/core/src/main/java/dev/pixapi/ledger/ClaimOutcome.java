package dev.pixapi.ledger;

/** What became of a runner's attempt to take a task. Only {@link Claimed} may run it. */
public sealed interface ClaimOutcome {
    record Claimed(Task task) implements ClaimOutcome {}

    /** Another runner has it; should that one die, the sweeper sends the task again. */
    record Leased() implements ClaimOutcome {}

    record Ended(Task task) implements ClaimOutcome {}

    /** Its attempts are used up, or its deadline is past: it can only be failed. */
    record Exhausted(Task task) implements ClaimOutcome {}

    record Unknown() implements ClaimOutcome {}
}
