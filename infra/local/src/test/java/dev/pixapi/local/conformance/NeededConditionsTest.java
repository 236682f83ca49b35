package dev.pixapi.local.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/** Each condition of the ledger's writes is needed: without it, some operation comes out otherwise. */
class NeededConditionsTest {
    private static final Sequence SEQUENCE = new Sequence(7, 700, 20, false);

    private static final Map<String, String> EXPLAINED = Map.of();

    @Test
    void withoutAnyOneConditionTheLedgerIsNoLongerTheModel() throws Exception {
        var differences = new TreeMap<Guard, Optional<String>>();
        try (var threads = Executors.newFixedThreadPool(2)) {
            var all = all();
            var found = new java.util.LinkedList<>(all.stream().map(guard -> threads.submit(() -> without(guard))).toList());
            for (var guard : all) {
                differences.put(guard, found.removeFirst().get());
            }
        }
        differences.forEach((guard, difference) -> System.out.println(guard + " -> " + difference.orElse("NOTHING")));
    }

    private static NavigableSet<Guard> all() {
        try (var twins = new Twins()) {
            var wire = new GuardedWire(twins, Optional.empty());
            twins.tables().wire().rewrite(wire);
            var course = SEQUENCE.run(twins);
            assertEquals(Optional.empty(), course.difference());
            return wire.met();
        }
    }

    private static Optional<String> without(Guard guard) {
        try (var twins = new Twins()) {
            twins.tables().wire().rewrite(new GuardedWire(twins, Optional.of(guard)));
            var course = SEQUENCE.run(twins);
            return course.difference().map(d -> course.taken().size() + " " + course.taken().getLast().operation().kind() + " " + d.substring(0, Math.min(150, d.length())));
        }
    }
}
