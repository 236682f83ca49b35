package dev.pixapi.provider;

import dev.pixapi.catalog.Route;
import dev.pixapi.metric.Metric;
import dev.pixapi.metric.Metrics;
import dev.pixapi.provider.ProviderOutcome.Garbled;
import dev.pixapi.provider.ProviderOutcome.Images;
import dev.pixapi.provider.ProviderOutcome.NotAccepted;
import dev.pixapi.provider.ProviderOutcome.Rejected;
import dev.pixapi.provider.ProviderOutcome.Unavailable;
import dev.pixapi.provider.ProviderOutcome.Unknown;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The exchanges of one run of a task, in the order in which they ended. Several threads may write.
 */
public final class Journal {
    /** Ten images, twice each, on two routes; a run has no more. */
    private static final int MOST = 40;

    private final InstantSource clock;
    private final Metrics metrics;
    private final List<Exchange> exchanges = new ArrayList<>();

    /**
     * @param metrics where each exchange is counted
     */
    public Journal(InstantSource clock, Metrics metrics) {
        this.clock = clock;
        this.metrics = metrics;
    }

    public Instant now() {
        return clock.instant();
    }

    /**
     * @param began as {@link #now} told it
     */
    public synchronized void add(
            ProviderCall call, ProviderOutcome outcome, Optional<String> requestId, Instant began) {
        var took = Duration.between(began, now());
        count(call.route(), outcome, took);
        if (exchanges.size() < MOST) {
            exchanges.add(
                    new Exchange(
                            call.route().provider(),
                            call.route().model(),
                            outcome.label(),
                            requestId,
                            began,
                            took));
        }
    }

    /** A route that kept failing lately was passed by. */
    void skips(Route route) {
        metrics.count(Metric.ROUTES_SKIPPED, route.provider());
    }

    private void count(Route route, ProviderOutcome outcome, Duration took) {
        var provider = Optional.of(route.provider());
        metrics.add(Metric.PROVIDER_CALLS, provider, 1);
        metrics.add(Metric.PROVIDER_MILLISECONDS, provider, (double) took.toMillis());
        switch (outcome) {
            case Images images when !images.images().isEmpty() -> {}
            case Images _, Unavailable _, Garbled _ ->
                    metrics.add(Metric.PROVIDER_FAILURES, provider, 1);
            case Rejected _, NotAccepted _ -> metrics.add(Metric.PROVIDER_REFUSALS, provider, 1);
            case Unknown _ -> {
                metrics.add(Metric.PROVIDER_FAILURES, provider, 1);
                metrics.add(Metric.UNKNOWN_OUTCOMES, provider, 1);
            }
        }
    }

    public synchronized List<Exchange> exchanges() {
        return List.copyOf(exchanges);
    }
}
