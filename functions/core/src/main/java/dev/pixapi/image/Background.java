package dev.pixapi.image;

import java.util.Locale;

/** What stands behind the subject of an image. */
public enum Background {
    AUTO,
    OPAQUE,
    TRANSPARENT;

    public static Background named(String wireName) {
        return valueOf(wireName.toUpperCase(Locale.ROOT));
    }

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
