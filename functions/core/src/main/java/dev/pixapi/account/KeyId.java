package dev.pixapi.account;

import java.util.regex.Pattern;

/**
 * Names an API key: the ten characters behind its prefix. Not secret; the only part that is logged.
 */
public record KeyId(String value) {
    private static final Pattern FORM = Pattern.compile("[0-9A-Za-z]{10}");

    public KeyId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("a key id has ten base62 characters");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
