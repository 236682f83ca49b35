package dev.pixapi.simulation.explore;

import java.util.Optional;
import java.util.concurrent.Callable;

/**
 * Looks for anything that breaks, from what takes least to what takes most. Public, and known by
 * {@code Callable} alone: it is run in the class loader of a mutant.
 */
public final class Probe implements Callable<String> {
    /** Requests of random histories, between the schedules with one fault and those with two. */
    private static final long SOME = 4_000;

    private static final long MANY = 60_000;

    private static final long SEED = 1;

    /** What was broken, and how it was found; empty when all holds. */
    @Override
    public String call() throws InterruptedException {
        var found = schedules(1);
        if (found.isEmpty()) {
            found = histories(SOME);
        }
        if (found.isEmpty()) {
            found = schedules(2);
        }
        if (found.isEmpty()) {
            found = histories(MANY);
        }
        return found.orElse("");
    }

    private static Optional<String> schedules(int faults) throws InterruptedException {
        for (var scenario : Scenario.all()) {
            var finding = new Exhaustion(scenario, faults).run(_ -> {}).finding();
            if (finding.isPresent()) {
                var how = "%s, %d faults".formatted(scenario.name(), faults);
                return Optional.of(told(finding.get(), how));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> histories(long requests) throws InterruptedException {
        var finding = new Simulation(SEED, _ -> {}).run(requests).finding();
        return finding.map(f -> told(f, "seed " + f.seed()));
    }

    private static String told(Finding finding, String how) {
        var broken = finding.broken().replaceFirst("^\\S+Error: ", "");
        var what = broken.substring(0, Math.min(60, broken.length())).replace('\n', ' ');
        return what + " (" + how + ")";
    }
}
