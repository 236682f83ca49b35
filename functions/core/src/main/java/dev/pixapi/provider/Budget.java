package dev.pixapi.provider;

import dev.pixapi.catalog.Route;
import dev.pixapi.image.ImageRequest;
import dev.pixapi.image.Inputs;

import java.time.Duration;
import java.time.Instant;

/**
 * What one run of a task may spend on providers.
 *
 * @param whole the time of all its calls together, on whatever routes
 * @param end when the last of them must be over
 * @param journal where its requests are noted
 */
public record Budget(Duration whole, Instant end, Journal journal) {

    /** From now on. */
    public static Budget of(Duration timeout, Journal journal) {
        return new Budget(timeout, journal.now().plus(timeout), journal);
    }

    /**
     * Whether there is time for one more route: half of the whole. With less, its call might be
     * paid for and given up.
     */
    boolean allowsAnother() {
        return left().multipliedBy(2).compareTo(whole) >= 0;
    }

    private Duration left() {
        return Duration.between(journal.now(), end);
    }

    /** A call with the time of its route, or with what is left of the run's. */
    ProviderCall call(ImageRequest image, Inputs inputs, Route route) {
        var left = left();
        var timeout = route.timeout().filter(own -> own.compareTo(left) < 0).orElse(left);
        return new ProviderCall(image, inputs, route, timeout, journal);
    }
}
