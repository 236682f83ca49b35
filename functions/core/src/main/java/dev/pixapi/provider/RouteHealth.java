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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which routes kept failing lately. Such a route is skipped for a while where there is another one,
 * and then tried by one call at a time. Knows only this process; a route of the catalogue has one
 * entry at most.
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
     * @param until before which it is not tried, once the times are enough
     */
    private record Failing(int times, Instant until) {
        boolean skipped(Instant now) {
            return times >= FAILURES && until.isAfter(now);
        }
    }

    /**
     * Those worth a try, in their order. Where all keep failing, all are: a poor way is better than
     * none.
     */
    synchronized List<Route> worthTrying(List<Route> routes, Instant now) {
        var sound = new ArrayList<Route>();
        for (var route : routes) {
            var state = failing.get(Name.of(route));
            if (state == null || !state.skipped(now)) {
                sound.add(route);
            }
        }
        sound.forEach(route -> failing.computeIfPresent(Name.of(route), (_, f) -> tried(f, now)));
        return sound.isEmpty() ? routes : sound;
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

    /** The next call waits for what becomes of this one. */
    private static Failing tried(Failing state, Instant now) {
        return state.times() < FAILURES ? state : new Failing(state.times(), now.plus(PAUSE));
    }
}
