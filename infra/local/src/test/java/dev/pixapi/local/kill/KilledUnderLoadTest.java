package dev.pixapi.local.kill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.Random;

/** The local system, killed under load. {@link KillSystem} does it as often as it is told. */
class KilledUnderLoadTest {
    private static final int KILLS = 5;

    @TempDir private Path folder;

    @Test
    void whateverWasUnderwayWhenItWasKilledTheBooksBalanceAndWhatWasPromisedIsThere()
            throws Exception {
        var seed = new Random().nextLong();
        System.out.println("seed " + seed);
        try (var run = new KilledRun(seed, folder, System.out::println)) {
            var figures = run.run(KILLS);
            System.out.println(figures);
            assertEquals(KILLS, figures.kills());
            // It would show nothing about a system that has done nothing.
            assertTrue(figures.unanswered() > 0, figures.toString());
            assertTrue(figures.images() > KILLS, figures.toString());
        }
    }
}
