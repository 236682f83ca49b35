package dev.pixapi.provider;

import dev.pixapi.catalog.Route;
import dev.pixapi.provider.ProviderOutcome.Garbled;
import dev.pixapi.provider.ProviderOutcome.Images;
import dev.pixapi.provider.ProviderOutcome.NotAccepted;
import dev.pixapi.provider.ProviderOutcome.Rejected;
import dev.pixapi.provider.ProviderOutcome.Unavailable;
import dev.pixapi.provider.ProviderOutcome.Unknown;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which routes kept failing lately. Such a route pauses for a while, and is then tried by one call
 * at a time. Knows only this process; a route of the catalogue has one entry at most.
 */
final class RouteHealth {
    private static final int FAILURES = 3;
    private static final Duration PAUSE = Duration.ofSeconds(30);

    private final Map<Name, Failing> failing = new HashMap<>();

    private record Name(String provider, String model) {
        static Name of(Route route) {
            return new Name(route.provider(), route.model());
        }
    }

    /**
     * @param times in a row
     * @param until before which it pauses, once the times are enough
     */
    private record Failing(int times, Instant until) {
        boolean pauses(Instant now) {
            return times >= FAILURES && until.isAfter(now);
        }
    }

    /**
     * In their order, but those that pause behind all others: nobody waits for them while another
     * one works, and a poor way is better than none.
     */
    synchronized List<Route> inOrder(List<Route> routes, Instant now) {
        return routes.stream().sorted(Comparator.comparing(r -> pauses(r, now))).toList();
    }

    /** A call on this route is about to be made; where it is a trial, the next waits for it. */
    synchronized void begins(Route route, Instant now) {
        failing.computeIfPresent(
                Name.of(route),
                (_, state) ->
                        state.times() < FAILURES
                                ? state
                                : new Failing(state.times(), now.plus(PAUSE)));
    }

    synchronized void note(Route route, ProviderOutcome outcome, Instant now) {
        var failed =
                switch (outcome) {
                    case Unavailable _, Garbled _, Unknown _ -> true;
                    case Images _, Rejected _, NotAccepted _ -> false;
                };
        if (failed) {
            failing.merge(
                    Name.of(route),
                    new Failing(1, now),
                    (old, _) -> new Failing(old.times() + 1, now.plus(PAUSE)));
        } else {
            failing.remove(Name.of(route));
        }
    }

    private boolean pauses(Route route, Instant now) {
        var state = failing.get(Name.of(route));
        return state != null && state.pauses(now);
    }
}
