package dev.pixapi.image;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How much effort a model spends on an image. */
public enum Quality {
    LOW,
    MEDIUM,
    HIGH,
    AUTO;

    public static Optional<Quality> named(String wireName) {
        return Arrays.stream(values()).filter(q -> q.wireName().equals(wireName)).findAny();
    }

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
