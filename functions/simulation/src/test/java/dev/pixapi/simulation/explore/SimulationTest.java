package dev.pixapi.simulation.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.Optional;

/** The books balance and promises are kept in histories by chance, which never were the same. */
class SimulationTest {
    private static final long REQUESTS = Long.getLong("simulation.requests", 40_000);

    /** So that a build that was green stays green. */
    private static final long FIXED_SEED = 20_261_129;

    @Test
    void whateverBefallsAMillionRequestsTheBooksBalance() throws InterruptedException {
        run(FIXED_SEED, REQUESTS / 2);
        run(System.nanoTime(), REQUESTS / 2);
    }

    private static void run(long seed, long requests) throws InterruptedException {
        var began = System.nanoTime();
        var result = new Simulation(seed, _ -> {}).run(requests);
        System.out.printf(
                "%,d requests in %,d histories from seed %d on, %,d faults, %,d ms%n",
                result.requests(),
                result.histories(),
                seed,
                result.faults(),
                (System.nanoTime() - began) / 1_000_000);
        assertEquals(Optional.empty(), result.finding(), "a history broke");
        assertTrue(result.requests() >= requests);
        assertTrue(result.faults() > requests / 10, "too little befell them");
    }
}
