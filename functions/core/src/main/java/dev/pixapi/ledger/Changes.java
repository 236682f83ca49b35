package dev.pixapi.ledger;

/**
 * By how much the counters of an account are put right, each in millionths of a credit, each up or
 * down.
 */
public record Changes(
        long available, long held, long spent, long granted, long expired, long refunded) {
    public static final Changes NONE = new Changes(0, 0, 0, 0, 0, 0);

    public boolean areNone() {
        return equals(NONE);
    }
}
