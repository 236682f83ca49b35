package dev.pixapi.simulation.world;

import java.util.List;

/**
 * What is going to happen in a history, faults aside.
 *
 * @param accounts how many there are
 * @param skew by how many milliseconds a process's clock may be off
 */
public record Plan(
        long seed, int accounts, List<Request> requests, List<Order> orders, long skew) {

    /**
     * What an operator does.
     *
     * @param credits of a grant
     * @param life milliseconds until the grant expires; 0 for never
     */
    public record Order(Kind kind, int account, String id, long at, long credits, long life) {}

    /** An operator's orders. */
    public enum Kind {
        GRANT,
        FREEZE,
        UNFREEZE
    }
}
