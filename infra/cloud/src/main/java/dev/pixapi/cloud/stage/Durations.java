package dev.pixapi.cloud.stage;

import software.amazon.awscdk.Duration;

/** Java's durations as CDK's. */
public final class Durations {
    private Durations() {}

    public static Duration of(java.time.Duration duration) {
        return Duration.seconds(duration.toSeconds());
    }
}
