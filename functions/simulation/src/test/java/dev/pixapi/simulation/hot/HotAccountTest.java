package dev.pixapi.simulation.hot;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/**
 * One account that is asked for 1,100 images a second for a minute, with credits for 55 seconds of
 * them, on rows that take a write each 8 ms. Behind every write, invariants 1 to 5 hold, and each
 * refusal for too few credits is checked against what the account had meanwhile.
 */
class HotAccountTest {
    private static final int PER_SECOND = 1_100;
    private static final int SECONDS = 60;
    private static final int CREDITS = 60_000;

    /** By which the credits are used up. */
    private static final int DRY = 54;

    @Test
    void sixtyFourShardsTakeAThousandImagesASecondAsLongAsTheCreditsSuffice() throws Exception {
        var figures = run(64);
        for (var second = 0; second < DRY; second++) {
            assertTrue(figures.admittedIn(second) >= 1_000, figures.toString());
        }
        assertTrue(figures.admitted() >= CREDITS, figures.toString());
        assertTrue(figures.refused() > PER_SECOND, figures.toString());
        // One in a thousand is told to come later.
        assertTrue(figures.overloaded() <= PER_SECOND * SECONDS / 1_000, figures.toString());
    }

    private static Figures run(int shards) throws Exception {
        var load = new HotAccount.Load(shards, PER_SECOND, SECONDS, 8, CREDITS, 1);
        var figures = new HotAccount(load).run();
        System.out.println(shards + " shards: " + figures);
        return figures;
    }
}
