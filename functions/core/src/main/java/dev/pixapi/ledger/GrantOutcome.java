package dev.pixapi.ledger;

/** What became of a grant. */
public sealed interface GrantOutcome {
    record Granted() implements GrantOutcome {}

    /** This grant id was used before, for these credits; nothing moved. */
    record GrantedBefore(Credits credits) implements GrantOutcome {}
}
