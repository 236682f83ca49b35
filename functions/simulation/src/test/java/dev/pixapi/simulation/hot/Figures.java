package dev.pixapi.simulation.hot;

import java.util.ArrayList;
import java.util.List;

/** What became of all that was asked of an account. */
final class Figures {
    /** Seconds in which credits suffice. */
    private static final int STEADY = 54;

    private final List<Integer> perSecond = new ArrayList<>();
    private int admitted;
    private int refused;
    private int overloaded;
    private int overloadedWhenDry;
    private int swept;
    private String work = "";

    /**
     * @param began the millisecond in which it was asked for
     */
    void admit(long began) {
        admitted++;
        var second = (int) (began / 1_000);
        while (perSecond.size() <= second) {
            perSecond.add(0);
        }
        perSecond.set(second, perSecond.get(second) + 1);
    }

    void refuse() {
        refused++;
    }

    /**
     * @param dry whether the credits did not suffice anyway
     */
    void overload(boolean dry) {
        if (dry) {
            overloadedWhenDry++;
        } else {
            overloaded++;
        }
    }

    void sweep() {
        swept++;
    }

    void note(BusyLedger ledger) {
        work =
                "%,d writes met %,d conflicts, %d were given up; %d moves"
                        .formatted(
                                ledger.writes(),
                                ledger.conflicts(),
                                ledger.givenUp(),
                                ledger.moves());
    }

    int admitted() {
        return admitted;
    }

    /** Whenever, and for whatever. */
    int overloaded() {
        return overloaded + overloadedWhenDry;
    }

    int refused() {
        return refused;
    }

    /** Images that were asked for in a second, and admitted. */
    int admittedIn(int second) {
        return second < perSecond.size() ? perSecond.get(second) : 0;
    }

    @Override
    public String toString() {
        return ("%,d images admitted (%d to %d a second), %,d refused for too few credits; told to"
                        + " come later: %d while credits sufficed, %d when it was dry; %d ends left"
                        + " to the sweeper; %s")
                .formatted(
                        admitted,
                        perSecond.stream().limit(STEADY).min(Integer::compare).orElse(0),
                        perSecond.stream().limit(STEADY).max(Integer::compare).orElse(0),
                        refused,
                        overloaded,
                        overloadedWhenDry,
                        swept,
                        work);
    }
}
