package dev.pixapi.provider;

import dev.pixapi.catalog.Route;
import dev.pixapi.image.ImageRequest;
import dev.pixapi.image.Inputs;

import java.time.Duration;

/**
 * One call of a provider, which it may answer with several requests of its own.
 *
 * @param inputs what an edit starts from; none makes it a generation
 * @param route what the provider calls the model, and what it can do there
 * @param timeout after which the outcome counts as unknown, all requests and repeats included
 * @param journal where each request is noted
 */
public record ProviderCall(
        ImageRequest image, Inputs inputs, Route route, Duration timeout, Journal journal) {

    /** The same call with less time. */
    public ProviderCall within(Duration left) {
        return new ProviderCall(image, inputs, route, left, journal);
    }
}
