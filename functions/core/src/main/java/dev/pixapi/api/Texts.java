package dev.pixapi.api;

import java.util.List;

/** Rules for the texts of a request. */
final class Texts {
    private Texts() {}

    /**
     * The text itself, when it has {@code minimum} to {@code maximum} code points and can be
     * written as UTF-8: half of a surrogate pair cannot, and no provider would get what the caller
     * meant.
     */
    static String within(String name, String text, int minimum, int maximum) {
        var length = text.codePointCount(0, text.length());
        if (length < minimum || length > maximum) {
            throw Parameters.invalid(
                    name,
                    "must have " + minimum + " to " + maximum + " characters; it has " + length);
        }
        if (text.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= 0xDFFF)) {
            throw Parameters.invalid(name, "holds half of a surrogate pair, which is no character");
        }
        return text;
    }

    static String list(List<String> words) {
        return String.join(", ", words);
    }
}
