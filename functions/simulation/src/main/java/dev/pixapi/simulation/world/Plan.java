package dev.pixapi.simulation.world;

import java.time.Duration;
import java.util.List;

/**
 * What is going to happen in a history, faults aside.
 *
 * @param accounts how many there are
 * @param skew by how many milliseconds a process's clock may be off
 * @param deadline of each task
 * @param backlog milliseconds that every message waits for a worker
 */
public record Plan(
        long seed,
        int accounts,
        List<Request> requests,
        List<Order> orders,
        long skew,
        Duration deadline,
        long backlog) {
    /** A task's, as the blueprint sets it. */
    public static final Duration USUAL_DEADLINE = Duration.ofHours(1);

    /** The same for fewer requests. */
    public Plan of(List<Request> some) {
        return new Plan(seed, accounts, some, orders, skew, deadline, backlog);
    }

    /**
     * What an operator does.
     *
     * @param credits of a grant; of an account that is to have more shards, how many
     * @param life milliseconds until the grant expires; 0 for never
     */
    public record Order(Kind kind, int account, String id, long at, long credits, long life) {}

    /** An operator's orders. */
    public enum Kind {
        GRANT,
        FREEZE,
        UNFREEZE,
        RESHARD
    }
}
