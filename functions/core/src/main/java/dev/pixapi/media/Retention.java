package dev.pixapi.media;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/**
 * How long media are kept. Few classes, since each is a folder with a lifecycle rule of its own,
 * and whole days, since S3's rules know nothing finer.
 */
public enum Retention {
    DAY(1),
    WEEK(7),
    MONTH(30);

    private final int days;

    Retention(int days) {
        this.days = days;
    }

    public int days() {
        return days;
    }

    public Duration duration() {
        return Duration.ofDays(days);
    }

    public boolean isLongerThan(Retention other) {
        return days > other.days;
    }

    public static Optional<Retention> ofDays(long days) {
        return Arrays.stream(values()).filter(retention -> retention.days == days).findAny();
    }
}
