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

    public Balance plus(Balance other) {
        return new Balance(
                available.plus(other.available),
                held.plus(other.held),
                spent.plus(other.spent),
                granted.plus(other.granted),
                expired.plus(other.expired),
                refunded.plus(other.refunded));
    }

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
