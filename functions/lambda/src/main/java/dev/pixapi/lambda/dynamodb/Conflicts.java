package dev.pixapi.lambda.dynamodb;

import dev.pixapi.api.ApiException;
import dev.pixapi.api.ErrorCode;

import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Repeats a write that lost against another one. Nothing of it was done then, so a repeat is safe;
 * any other reason is an outcome, and is the caller's to read.
 */
final class Conflicts {
    /** With the pauses below, about three seconds; then the account is too busy for one more. */
    private static final int MOST_TRIES = 9;

    private static final Duration LONGEST_PAUSE = Duration.ofMillis(800);

    private final RandomGenerator random;

    Conflicts(RandomGenerator random) {
        this.random = random;
    }

    /**
     * @throws ApiException 503 when the row stays contended
     */
    <T> T retrying(Supplier<T> write) {
        for (var attempt = 0; attempt < MOST_TRIES; attempt++) {
            try {
                return write.get();
            } catch (TransactionConflictException _) {
                pause(attempt);
            } catch (TransactionCanceledException cancelled) {
                if (!onlyConflicts(cancelled.cancellationReasons())) {
                    throw cancelled;
                }
                pause(attempt);
            }
        }
        throw ApiException.of(ErrorCode.OVERLOADED, "The account is too busy; nothing was held.");
    }

    private static boolean onlyConflicts(List<CancellationReason> reasons) {
        return !reasons.isEmpty()
                && reasons.stream()
                        .map(CancellationReason::code)
                        .allMatch(
                                code -> code.equals("None") || code.equals("TransactionConflict"));
    }

    /** Doubling from 10 ms, anywhere below: two that met once should not meet again. */
    private void pause(int attempt) {
        var bound = Math.min(LONGEST_PAUSE.toMillis(), 10L << attempt);
        try {
            Thread.sleep(random.nextLong(1, bound + 1));
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while waiting for a contended row", stop);
        }
    }
}
