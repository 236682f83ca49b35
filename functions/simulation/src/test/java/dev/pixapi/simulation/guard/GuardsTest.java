package dev.pixapi.simulation.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/** Each guard is needed: our code without it breaks what a simulation watches. */
@Execution(ExecutionMode.CONCURRENT)
class GuardsTest {
    private static final String PROBE = "dev.pixapi.simulation.explore.Probe";

    static List<Guard> needed() {
        return all().filter(Guard::mustBeNoticed).toList();
    }

    private static Stream<Guard> all() {
        return Stream.concat(LedgerGuards.ALL.stream(), TaskGuards.ALL.stream());
    }

    @ParameterizedTest
    @MethodSource("needed")
    void withoutItSomethingBreaks(Guard guard) throws Exception {
        var broken = probe(guard);
        assertFalse(broken.isEmpty(), "nobody notices that it is gone");
        System.out.printf("%-60s %s%n", guard.what(), broken);
    }

    @Test
    void theListIsLong() {
        assertTrue(needed().size() >= 40, needed().size() + " guards");
        assertEquals(all().count(), all().map(Guard::what).distinct().count());
    }

    /** Those that a simulation cannot notice stand where the list says, and say why. */
    @Test
    void theOthersAreThereAndExplained() {
        all().filter(guard -> !guard.mustBeNoticed())
                .forEach(
                        guard -> {
                            guard.removed();
                            System.out.printf("%-60s %s%n", guard.what(), guard.excuse());
                        });
    }

    @SuppressWarnings("unchecked")
    private static String probe(Guard guard) throws Exception {
        var probe = guard.removed().loadClass(PROBE).getConstructor(String.class);
        return ((Callable<String>) probe.newInstance(guard.hint())).call();
    }
}
