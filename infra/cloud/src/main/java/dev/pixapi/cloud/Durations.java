package dev.pixapi.cloud;

import software.amazon.awscdk.Duration;

/** Java's durations as CDK's. */
final class Durations {
    private Durations() {}

    static Duration of(java.time.Duration duration) {
        return Duration.seconds(duration.toSeconds());
    }
}
