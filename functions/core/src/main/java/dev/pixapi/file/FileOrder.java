package dev.pixapi.file;

import java.time.Duration;
import java.util.Optional;

/**
 * What a caller says of a file beside its bytes.
 *
 * @param name what the caller calls it; Pixapi only repeats it
 * @param purpose what it is for, in OpenAI's words; Pixapi only repeats it
 * @param life from its creation to its expiry
 */
public record FileOrder(Optional<String> name, String purpose, Duration life) {
    public static final Duration STANDARD_LIFE = Duration.ofHours(24);

    /** The shortest and the longest are OpenAI's. */
    public static final Duration SHORTEST_LIFE = Duration.ofHours(1);

    public static final Duration LONGEST_LIFE = Duration.ofDays(30);

    public FileOrder {
        if (life.compareTo(SHORTEST_LIFE) < 0 || life.compareTo(LONGEST_LIFE) > 0) {
            throw new IllegalArgumentException("a file lives an hour to 30 days");
        }
    }
}
