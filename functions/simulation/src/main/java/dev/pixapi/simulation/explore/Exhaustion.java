package dev.pixapi.simulation.explore;

import dev.pixapi.simulation.model.Trace;

import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;

/** All schedules of a scenario with so many faults at most. */
public final class Exhaustion {
    private final Scenario scenario;
    private final int faults;

    public Exhaustion(Scenario scenario, int faults) {
        this.scenario = scenario;
        this.faults = faults;
    }

    /** How many there are, and the first that broke. */
    public record Result(long schedules, Optional<Finding> finding) {}

    /**
     * @param progress is told now and then how many are done
     */
    public Result run(LongConsumer progress) throws InterruptedException {
        var schedule = new Schedule(faults, scenario.doubled());
        var tried = 0L;
        do {
            tried++;
            var broken = History.run(scenario.plan(), schedule, Trace.NONE);
            if (broken.isPresent()) {
                return new Result(tried, Optional.of(told(schedule, broken.get())));
            }
            if (tried % 10_000 == 0) {
                progress.accept(tried);
            }
        } while (schedule.next());
        return new Result(tried, Optional.empty());
    }

    /** A depth-first search meets fewer faults before more, so there is nothing to shorten. */
    private Finding told(Schedule schedule, Throwable broken) throws InterruptedException {
        var steps = new Steps();
        schedule.again();
        History.run(scenario.plan(), schedule, steps);
        return new Finding(0, broken.toString(), scenario.plan(), Map.of(), steps.lines());
    }
}
