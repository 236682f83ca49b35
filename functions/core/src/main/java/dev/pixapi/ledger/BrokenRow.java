package dev.pixapi.ledger;

/**
 * A row was met that no operation of the ledger could have left, as a restored backup or a hand in
 * the console leaves it. Nothing was done.
 */
public final class BrokenRow extends IllegalStateException {
    private static final long serialVersionUID = 1;

    public BrokenRow(String message) {
        super(message);
    }

    public BrokenRow(String message, Throwable cause) {
        super(message, cause);
    }
}
