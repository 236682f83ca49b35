package dev.pixapi.local.conformance;

import dev.pixapi.local.ledger.Wire.Fault;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An operation at its time.
 *
 * @param overtaking another one that is done between its reads and its write, where it has both
 * @param faults what its writes meet on their way
 */
record Step(Instant now, Operation operation, Optional<Operation> overtaking, List<Fault> faults) {
    /** The same, on a quiet way. */
    Step undisturbed() {
        return new Step(now, operation, overtaking, List.of());
    }

    @Override
    public String toString() {
        return now
                + " "
                + operation
                + overtaking.map(other -> ", overtaken by " + other).orElse("")
                + (faults.isEmpty() ? "" : ", " + faults);
    }
}
