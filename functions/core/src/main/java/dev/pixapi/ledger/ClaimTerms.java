package dev.pixapi.ledger;

import java.time.Instant;

/**
 * How long a runner takes a task for, and how often a task may be taken.
 *
 * @param runner a name of this one claim: should its reply be lost, the repeat knows its own
 */
public record ClaimTerms(String runner, Instant now, Instant leaseEnds, int mostAttempts) {}
