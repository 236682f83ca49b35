package dev.pixapi.simulation.explore;

import java.util.concurrent.Callable;

/** What a simulation tells of the first history that breaks. As {@link Probe}, run in a mutant. */
public final class ShortestProbe implements Callable<String> {
    private static final long ENOUGH = 20_000;

    /** Empty when none breaks. */
    @Override
    public String call() throws InterruptedException {
        var found = new Simulation(1, _ -> {}).run(ENOUGH).finding();
        if (found.isEmpty()) {
            return "";
        }
        var again = Simulation.replay(found.get().seed());
        return again.filter(found.get()::equals).map(Finding::toString).orElse("another one");
    }
}
