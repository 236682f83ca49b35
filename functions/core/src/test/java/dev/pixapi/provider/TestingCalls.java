package dev.pixapi.provider;

import dev.pixapi.catalog.Route;
import dev.pixapi.catalog.Route.Abilities;
import dev.pixapi.image.ImageFormat;
import dev.pixapi.image.ImageRequest;
import dev.pixapi.image.Inputs;
import dev.pixapi.metric.Metrics;

import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Optional;

/** Calls as the router makes them, on a route that can do everything. */
public final class TestingCalls {
    private static final Abilities ALL =
            new Abilities(true, 16, true, true, EnumSet.allOf(ImageFormat.class));

    private TestingCalls() {}

    /** With twenty seconds, under the model's own name. */
    public static ProviderCall of(ImageRequest image, Inputs inputs) {
        var route = new Route("testing", image.model(), ALL, Optional.empty());
        return new ProviderCall(
                image,
                inputs,
                route,
                Duration.ofSeconds(20),
                new Journal(InstantSource.system(), Metrics.NONE));
    }
}
