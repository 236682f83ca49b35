package dev.pixapi.lambda.blueprint;

import dev.pixapi.lambda.blueprint.LambdaFunction.Size;

import java.time.Duration;

/** How large and how patient functions are. */
final class Sizes {
    /** Waits most of its time; draws nothing itself but sandbox pictures, which need the memory. */
    static final Size RUNS_TASKS = new Size(1024, Duration.ofMinutes(5));

    static final Size READS = new Size(512, Duration.ofSeconds(29));

    /** Holds the images of a request in memory, and fetches those that are elsewhere. */
    static final Size READS_IMAGES = new Size(1024, Duration.ofSeconds(29));

    static final Size SWEEPS = new Size(512, Duration.ofMinutes(1));

    /** Goes on until most of its time is used, where there is so much to audit. */
    static final Size AUDITS = new Size(512, Duration.ofMinutes(5));

    private Sizes() {}
}
