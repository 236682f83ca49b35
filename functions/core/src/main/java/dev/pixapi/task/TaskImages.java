package dev.pixapi.task;

/** What a task has to show. */
public sealed interface TaskImages {
    /** It has not ended, or it made none. */
    record None() implements TaskImages {}

    record Stored(Manifest manifest) implements TaskImages {}

    /**
     * There were some.
     *
     * @param how deleted or expired
     */
    record Gone(MediaState how) implements TaskImages {}
}
