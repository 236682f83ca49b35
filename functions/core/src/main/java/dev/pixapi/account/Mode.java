package dev.pixapi.account;

import java.util.Locale;

/** Live keys reach real providers; test keys the sandbox. The two never mix. */
public enum Mode {
    LIVE,
    TEST;

    public static Mode named(String wireName) {
        return valueOf(wireName.toUpperCase(Locale.ROOT));
    }

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
