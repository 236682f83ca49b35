package dev.pixapi.ledger;

/** What became of a settlement. A repeat of one that was lost on the way is {@link Ended} too. */
public sealed interface SettleOutcome {
    record Settled(Task task) implements SettleOutcome {}

    /** It had its terminal state already; nothing moved. */
    record Ended(Task task) implements SettleOutcome {}

    /** Another runner has taken the task since; nothing moved. */
    record Superseded() implements SettleOutcome {}
}
