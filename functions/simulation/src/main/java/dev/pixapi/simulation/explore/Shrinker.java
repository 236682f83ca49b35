package dev.pixapi.simulation.explore;

import dev.pixapi.simulation.fault.Fault;
import dev.pixapi.simulation.fault.RandomFaults;
import dev.pixapi.simulation.fault.RandomFaults.Place;
import dev.pixapi.simulation.model.Trace;
import dev.pixapi.simulation.world.Plan;
import dev.pixapi.simulation.world.Request;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Makes a broken history short: requests and faults are left out as long as something breaks. What
 * chance decides hangs on names, so that whatever is left out leaves the rest as it was.
 */
final class Shrinker {
    private final Plan whole;
    private final long likelihood;
    private List<Request> requests;
    private final Set<Place> spared = new HashSet<>();

    Shrinker(Plan whole, long likelihood) {
        this.whole = whole;
        this.likelihood = likelihood;
        this.requests = whole.requests();
    }

    Finding shortest() throws InterruptedException {
        requests = fewest(requests, this::breaksWith);
        var fired = List.copyOf(faults(requests, Set.of()).keySet());
        var needed = fewest(fired, kept -> breaks(requests, allBut(fired, kept)));
        spared.addAll(allBut(fired, needed));
        requests = fewest(requests, this::breaksWith);
        return told();
    }

    private boolean breaksWith(List<Request> some) {
        return breaks(some, spared);
    }

    private static Set<Place> allBut(List<Place> all, List<Place> kept) {
        var rest = new HashSet<>(all);
        kept.forEach(rest::remove);
        return rest;
    }

    /** Leaves out parts, larger ones first, as long as it is wanted all the same. */
    private static <T> List<T> fewest(List<T> all, Predicate<List<T>> wanted) {
        var kept = all;
        for (var size = Math.max(1, all.size() / 2); size > 0; size /= 2) {
            for (var from = 0; from < kept.size(); ) {
                var fewer = new ArrayList<>(kept);
                fewer.subList(from, Math.min(kept.size(), from + size)).clear();
                if (wanted.test(fewer)) {
                    kept = fewer;
                } else {
                    from += size;
                }
            }
        }
        return kept;
    }

    private boolean breaks(List<Request> some, Set<Place> without) {
        try {
            var faults = new RandomFaults(likelihood, without);
            return History.run(plan(some), faults, Trace.NONE).isPresent();
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }

    private Map<Place, Fault> faults(List<Request> some, Set<Place> without)
            throws InterruptedException {
        var faults = new RandomFaults(likelihood, without);
        History.run(plan(some), faults, Trace.NONE);
        return faults.fired();
    }

    private Finding told() throws InterruptedException {
        var faults = new RandomFaults(likelihood, spared);
        var steps = new Steps();
        var plan = plan(requests);
        var broken = History.run(plan, faults, steps).orElseThrow();
        return new Finding(whole.seed(), broken.toString(), plan, faults.fired(), steps.lines());
    }

    private Plan plan(List<Request> some) {
        return whole.of(some);
    }
}
