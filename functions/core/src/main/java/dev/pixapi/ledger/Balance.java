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
        Credits refunded) {

    /** False when a hand other than the ledger's has been at the row. */
    public boolean addsUp() {
        return difference() == 0;
    }

    /** By how many millionths more are accounted for than came in. */
    long difference() {
        // Where a sum overflows, both sides do alike.
        var known = available.millionths() + held.millionths() + spent.millionths();
        return known + expired.millionths() - granted.millionths() - refunded.millionths();
    }
}
