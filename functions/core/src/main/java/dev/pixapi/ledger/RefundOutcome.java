package dev.pixapi.ledger;

/** What became of a refund. */
public sealed interface RefundOutcome {
    /**
     * @param task as it stands now
     */
    record Refunded(Task task) implements RefundOutcome {}

    /** This refund id was used before, for these credits; nothing moved. */
    record RefundedBefore(Credits credits) implements RefundOutcome {}

    /** All refunds together would exceed the charge; nothing moved. */
    record TooMuch(Credits charged, Credits refunded) implements RefundOutcome {}

    /** The task is not there any more, has not ended, or is another one of this id. */
    record NotCharged() implements RefundOutcome {}
}
