package dev.pixapi.cloud.cost;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What can be said of a month's traffic. */
enum Option {
    IMAGES(0, 0, 1e9, "images made in a month, each by a request of its own"),
    SYNC(50, 0, 100, "percent of them whose callers wait for the answer; the others poll"),
    SECONDS(12, 0, 240, "that a provider takes for one"),
    POLLS(3, 0, 1000, "requests that ask how far an async task is"),
    OTHER(0, 0, 1e9, "requests a month beside those: models, quotes, credits, lists"),
    MB(1.5, 0, 64, "size of an image"),
    DAYS(30, 1, 30, "that images are kept, on average"),
    VIEWS(1, 0, 1e6, "downloads of an image");

    private final double standard;
    private final double least;
    private final double most;
    private final String meaning;

    Option(double standard, double least, double most, String meaning) {
        this.standard = standard;
        this.least = least;
        this.most = most;
        this.meaning = meaning;
    }

    static Optional<Option> named(String name) {
        return Arrays.stream(values()).filter(o -> o.wireName().equals(name)).findAny();
    }

    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    double standard() {
        return standard;
    }

    String meaning() {
        return meaning;
    }

    /**
     * @throws IllegalArgumentException saying what is allowed
     */
    double read(String text) {
        // No sign, no exponent, no NaN.
        if (!text.matches("[0-9]{1,10}(\\.[0-9]{1,6})?")) {
            throw wrong(text);
        }
        var value = Double.parseDouble(text);
        if (value < least || value > most) {
            throw wrong(text);
        }
        return value;
    }

    private IllegalArgumentException wrong(String text) {
        return new IllegalArgumentException(
                "%s=%s is not allowed; it may be %.0f to %.0f"
                        .formatted(wireName(), text, least, most));
    }
}
