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

    private final String hint;

    /**
     * @param hint where to look first, since it was found there before: a scenario for two faults,
     *     or a seed; empty for nowhere
     */
    public Probe(String hint) {
        this.hint = hint;
    }

    /** What was broken, and how it was found; empty when all holds. */
    @Override
    public String call() throws InterruptedException {
        var found = hinted();
        if (found.isEmpty()) {
            found = schedules(1);
        }
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

    private Optional<String> hinted() throws InterruptedException {
        if (hint.matches("[0-9]+")) {
            var seed = Long.parseLong(hint);
            return Simulation.replay(seed).map(f -> told(f, "seed " + seed));
        }
        for (var scenario : Scenario.all()) {
            if (scenario.name().equals(hint)) {
                return schedules(scenario, 2);
            }
        }
        return Optional.empty();
    }

    private static Optional<String> schedules(int faults) throws InterruptedException {
        for (var scenario : Scenario.all()) {
            var found = schedules(scenario, faults);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> schedules(Scenario scenario, int faults)
            throws InterruptedException {
        var finding = new Exhaustion(scenario, faults).run(_ -> {}).finding();
        return finding.map(f -> told(f, "%s, %d faults".formatted(scenario.name(), faults)));
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
