package dev.pixapi.simulation.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;
import java.util.Optional;

/** Every schedule of one request, with two workers and the sweeper. */
@Execution(ExecutionMode.CONCURRENT)
class ExhaustionTest {
    static List<Scenario> scenarios() {
        return Scenario.all();
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void noScheduleWithTwoFaultsBreaksAnything(Scenario scenario) throws InterruptedException {
        var one = new Exhaustion(scenario, 1).run(_ -> {});
        var two = new Exhaustion(scenario, 2).run(_ -> {});
        System.out.printf(
                "%s: %,d schedules with one fault at most, %,d with two%n",
                scenario.name(), one.schedules(), two.schedules());
        assertEquals(Optional.empty(), one.finding());
        assertEquals(Optional.empty(), two.finding());
        assertTrue(two.schedules() > 10 * one.schedules(), "two faults make many more");
    }
}
