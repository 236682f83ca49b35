package dev.pixapi.media;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * How long the store keeps what is below a prefix, as a rule of the bucket.
 *
 * @param kept whole days
 */
public record Lifetime(String prefix, Duration kept) {

    /**
     * When an object is removed: S3 takes the first midnight, UTC, after its days.
     *
     * @see <a
     *     href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/intro-lifecycle-rules.html#intro-lifecycle-rules-number-of-days">Lifecycle
     *     rules based on an object's age</a>
     */
    public Instant ends(Instant stored) {
        return stored.plus(kept).truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS);
    }
}
