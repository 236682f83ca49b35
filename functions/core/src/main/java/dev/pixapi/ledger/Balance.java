package dev.pixapi.ledger;

/**
 * The counters of an account. At every version of the row, available + held + spent + expired −
 * refunded = granted.
 */
public record Balance(
        Credits available,
        Credits held,
        Credits spent,
        Credits granted,
        Credits expired,
        Credits refunded) {}
