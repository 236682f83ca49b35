package dev.pixapi.metric;

import dev.pixapi.account.Mode;
import dev.pixapi.ledger.BrokenRow;

import java.util.Optional;

/**
 * Takes down what is counted. It never throws and never waits, since nothing may come out otherwise
 * for being counted. Several threads may call.
 */
@FunctionalInterface
public interface Metrics {
    /** Where nobody counts. */
    Metrics NONE = (_, _, _) -> {};

    /**
     * @param of the value of the metric's dimension; empty where it has none
     */
    void add(Metric metric, Optional<String> of, double value);

    default void add(Metric metric, double value) {
        add(metric, Optional.empty(), value);
    }

    default void count(Metric metric) {
        add(metric, 1);
    }

    default void count(Metric metric, String of) {
        add(metric, Optional.of(of), 1);
    }

    /** What nobody expected, where it ends. A row that breaks the ledger counts as such, too. */
    default void fault(Metric metric, Throwable thrown) {
        count(metric);
        if (thrown instanceof BrokenRow) {
            count(Metric.LEDGER_BREAKS);
        }
    }

    /**
     * For what costs the operator money. Test accounts have their images drawn here: whatever they
     * ask for, no provider is paid, and nobody need be woken.
     */
    default Metrics wherePaid(Mode mode) {
        return mode == Mode.LIVE ? this : NONE;
    }
}
