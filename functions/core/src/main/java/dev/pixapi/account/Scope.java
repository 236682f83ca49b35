package dev.pixapi.account;

import java.util.Locale;

/** What a key may do. */
public enum Scope {
    /** Make images; read tasks, models, credits. */
    IMAGES,
    /** Manage the account's keys. */
    KEYS,
    /** Manage any account. */
    ADMIN;

    public static Scope named(String wireName) {
        return valueOf(wireName.toUpperCase(Locale.ROOT));
    }

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
