package dev.pixapi.catalog;

import java.util.Locale;

/** What can be asked of an image model; the last word of its routes. */
public enum Operation {
    GENERATIONS,
    EDITS;

    public static Operation named(String wireName) {
        return valueOf(wireName.toUpperCase(Locale.ROOT));
    }

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
