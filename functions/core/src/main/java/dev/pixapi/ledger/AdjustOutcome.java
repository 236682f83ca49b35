package dev.pixapi.ledger;

/** What became of an adjustment. */
public sealed interface AdjustOutcome {
    record Adjusted() implements AdjustOutcome {}

    /** This id was used before, for these changes; nothing moved. */
    record AdjustedBefore(Changes changes) implements AdjustOutcome {}

    /** A counter would fall below nothing; nothing moved. */
    record BelowNothing() implements AdjustOutcome {}

    /** Only a frozen account is adjusted; nothing moved. */
    record NotFrozen() implements AdjustOutcome {}
}
