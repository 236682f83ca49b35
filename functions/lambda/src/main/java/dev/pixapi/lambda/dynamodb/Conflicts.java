package dev.pixapi.lambda.dynamodb;

import dev.pixapi.api.ApiException;
import dev.pixapi.api.ErrorCode;
import dev.pixapi.concurrent.Backoff;
import dev.pixapi.metric.Metric;
import dev.pixapi.metric.Metrics;

import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;

import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * Repeats a write that lost against another one. Nothing of it was done then, so a repeat is safe;
 * any other reason is an outcome, and is the caller's to read.
 */
public final class Conflicts {
    /** When they are used up, the account is too busy for one more. */
    private static final Backoff BACKOFF = Backoff.OF_WRITES;

    /** Nothing was done, and soon may be: another write was at one of the rows. */
    private static final Set<String> CONFLICTS = Set.of("None", "TransactionConflict");

    /** Nothing was done, and more at once would make it worse. */
    private static final Set<String> THROTTLED =
            Set.of(
                    "None",
                    "TransactionConflict",
                    "ThrottlingError",
                    "ProvisionedThroughputExceeded");

    private final RandomGenerator random;
    private final Metrics metrics;

    /**
     * @param random of the pauses
     * @param metrics where each conflict is counted
     */
    public Conflicts(RandomGenerator random, Metrics metrics) {
        this.random = random;
        this.metrics = metrics;
    }

    /**
     * @throws ApiException 503 when the row stays contended, or the table is throttled
     */
    <T> T retrying(Supplier<T> write) {
        for (var attempt = 0; attempt < BACKOFF.tries(); attempt++) {
            pause(attempt);
            try {
                return write.get();
            } catch (TransactionConflictException _) {
                metrics.count(Metric.CONTENTION);
            } catch (TransactionCanceledException cancelled) {
                var codes = codes(cancelled);
                if (codes.isEmpty() || !THROTTLED.containsAll(codes)) {
                    throw cancelled;
                }
                if (!CONFLICTS.containsAll(codes)) {
                    throw tooBusy();
                }
                metrics.count(Metric.CONTENTION);
            }
        }
        throw tooBusy();
    }

    /**
     * Repeats what reads first and then writes, as long as others write in between.
     *
     * @param attempt empty when what it read was no longer so
     * @throws ApiException 503 when that goes on
     */
    <T> T repeating(Supplier<Optional<T>> attempt) {
        for (var attempts = 0; attempts < BACKOFF.tries(); attempts++) {
            pause(attempts);
            var done = attempt.get();
            if (done.isPresent()) {
                return done.get();
            }
            metrics.count(Metric.CONTENTION);
        }
        throw tooBusy();
    }

    private static Set<String> codes(TransactionCanceledException cancelled) {
        return cancelled.cancellationReasons().stream()
                .map(CancellationReason::code)
                .collect(Collectors.toSet());
    }

    private ApiException tooBusy() {
        metrics.count(Metric.WRITES_GIVEN_UP);
        return ApiException.of(ErrorCode.OVERLOADED, "The account is too busy at the moment.");
    }

    private void pause(int attempt) {
        try {
            Thread.sleep(BACKOFF.pause(attempt, random));
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while waiting for a contended row", stop);
        }
    }
}
