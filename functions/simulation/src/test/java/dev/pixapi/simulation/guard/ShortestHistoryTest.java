package dev.pixapi.simulation.guard;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.concurrent.Callable;
import java.util.regex.Pattern;

/** Whoever is told of a broken history can read it, and see it again. */
class ShortestHistoryTest {
    private static final String PROBE = "dev.pixapi.simulation.explore.ShortestProbe";

    /** Of forty requests and some hundred steps, and their seed makes the same again. */
    @Test
    void aHistoryThatBreaksIsToldWithFewRequestsAndEveryStep() throws Exception {
        var told = told("a task ends once");
        assertTrue(told.startsWith("seed "), told);
        assertTrue(count(told, "\n  Request[") <= 2, told);
        assertTrue(count(told, "\n  Place[") <= 3, told);
        assertTrue(told.contains("settle"), told);
        assertTrue(told.lines().count() < 80, told);
    }

    private static String told(String guard) throws Exception {
        var removed =
                LedgerGuards.ALL.stream()
                        .filter(g -> g.what().equals(guard))
                        .findAny()
                        .orElseThrow();
        var probe = removed.removed().loadClass(PROBE).getConstructor().newInstance();
        return (String) ((Callable<?>) probe).call();
    }

    private static long count(String text, String part) {
        return text.split(Pattern.quote(part), -1).length - 1L;
    }
}
