package dev.pixapi.ledger;

import java.time.Instant;
import java.util.Optional;

/**
 * How a task ends: its terminal state and what is charged of its hold. Failing and canceling settle
 * zero.
 *
 * @param atRisk what providers may have been paid for on the operator's account and nobody is
 *     charged for, in the caller's credits: calls without a known end
 */
public record Settlement(
        TaskStatus status,
        Credits charge,
        Instant time,
        Optional<Failure> failure,
        Credits atRisk) {
    public Settlement {
        if (!status.isTerminal()) {
            throw new IllegalArgumentException("a settlement ends a task");
        }
        if (status != TaskStatus.COMPLETED && !charge.equals(Credits.ZERO)) {
            throw new IllegalArgumentException("only delivered images are charged");
        }
    }

    /** Where every call to a provider has a known end. */
    public Settlement(TaskStatus status, Credits charge, Instant time, Optional<Failure> failure) {
        this(status, charge, time, failure, Credits.ZERO);
    }

    public static Settlement completed(Credits charge, Instant time) {
        return new Settlement(TaskStatus.COMPLETED, charge, time, Optional.empty());
    }

    public static Settlement failed(Failure failure, Instant time) {
        return new Settlement(TaskStatus.FAILED, Credits.ZERO, time, Optional.of(failure));
    }

    public static Settlement canceled(Instant time) {
        return new Settlement(TaskStatus.CANCELED, Credits.ZERO, time, Optional.empty());
    }

    /** The same, with what is at risk. */
    public Settlement atRisk(Credits credits) {
        return new Settlement(status, charge, time, failure, credits);
    }
}
