package dev.pixapi.ledger;

import java.time.Instant;
import java.util.Optional;

/**
 * How far a task has come; each change has a condition.
 *
 * @param fence grows with each claim: a runner with a lower one can settle nothing
 * @param attempts how often a runner took it up, and so how often it may have been paid for
 * @param leaseEnds until when its runner has it; empty when nobody has
 * @param charged what its delivered images cost; zero until it is completed
 * @param mediaDeleted when a caller had its media deleted
 * @param refunded what was given back of the charge
 * @param atRisk what providers may have been paid for and nobody is charged for, in the caller's
 *     credits; known when it has ended
 */
public record Progress(
        TaskStatus status,
        long fence,
        int attempts,
        Optional<Instant> leaseEnds,
        Optional<Instant> started,
        Optional<Instant> ended,
        Credits charged,
        Optional<Failure> failure,
        Optional<Instant> mediaDeleted,
        Credits refunded,
        Credits atRisk) {

    /** Waiting for a worker. */
    public static Progress submitted() {
        return new Progress(
                TaskStatus.SUBMITTED,
                0,
                0,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Credits.ZERO,
                Optional.empty(),
                Optional.empty(),
                Credits.ZERO,
                Credits.ZERO);
    }

    /** Run by whoever opened it, from the start. */
    public static Progress running(Instant now, Instant leaseEnds) {
        return new Progress(
                TaskStatus.PROCESSING,
                1,
                1,
                Optional.of(leaseEnds),
                Optional.of(now),
                Optional.empty(),
                Credits.ZERO,
                Optional.empty(),
                Optional.empty(),
                Credits.ZERO,
                Credits.ZERO);
    }

    public boolean isLeased(Instant now) {
        return leaseEnds.filter(end -> end.isAfter(now)).isPresent();
    }

    /** As it stands after a settlement. */
    public Progress ended(Settlement settlement) {
        return new Progress(
                settlement.status(),
                fence,
                attempts,
                Optional.empty(),
                started,
                Optional.of(settlement.time()),
                settlement.charge(),
                settlement.failure(),
                mediaDeleted,
                refunded,
                settlement.atRisk());
    }

    /** With so much more of the charge given back. */
    public Progress refunding(Credits more) {
        return new Progress(
                status,
                fence,
                attempts,
                leaseEnds,
                started,
                ended,
                charged,
                failure,
                mediaDeleted,
                refunded.plus(more),
                atRisk);
    }
}
