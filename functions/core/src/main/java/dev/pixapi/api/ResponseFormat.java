package dev.pixapi.api;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How the images of an answer are handed over. */
public enum ResponseFormat {
    URL,
    B64_JSON;

    public static Optional<ResponseFormat> named(String wireName) {
        return Arrays.stream(values()).filter(f -> f.wireName().equals(wireName)).findAny();
    }

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
