package dev.pixapi.provider;

import dev.pixapi.catalog.Route;
import dev.pixapi.image.ImageRequest;
import dev.pixapi.image.Inputs;

import java.time.Duration;
import java.time.Instant;

/**
 * What one run of a task may spend on providers.
 *
 * @param end when the last of its calls must be over, on whatever route
 * @param journal where its requests are noted
 */
public record Budget(Instant end, Journal journal) {

    /** From now on. */
    public static Budget of(Duration timeout, Journal journal) {
        return new Budget(journal.now().plus(timeout), journal);
    }

    public boolean isSpent() {
        return !end.isAfter(journal.now());
    }

    /** A call with the time of its route, or with what is left of the run's. */
    ProviderCall call(ImageRequest image, Inputs inputs, Route route) {
        var left = Duration.between(journal.now(), end);
        var timeout = route.timeout().filter(own -> own.compareTo(left) < 0).orElse(left);
        return new ProviderCall(image, inputs, route, timeout, journal);
    }
}
