package dev.pixapi.account;

import java.util.regex.Pattern;

/**
 * Whose credits: a name, and the mode, for a test account has counters of its own. {@code
 * test:acme} as text.
 */
public record AccountId(Mode mode, String name) {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9_-]{0,39}");

    /**
     * @throws IllegalArgumentException when the name is not 1 to 40 of a–z, 0–9, _ and -
     */
    public AccountId {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "an account's name has 1 to 40 of a-z, 0-9, _ and -, and starts with no sign");
        }
    }

    /**
     * @throws IllegalArgumentException when it is no mode and name
     */
    public static AccountId of(String text) {
        var parts = text.split(":", 2);
        if (parts.length < 2) {
            throw new IllegalArgumentException("an account is a mode, a colon and a name");
        }
        return new AccountId(Mode.named(parts[0]), parts[1]);
    }

    @Override
    public String toString() {
        return mode.wireName() + ":" + name;
    }
}
