package dev.pixapi.local.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pixapi.local.ledger.TestingLedger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;

/**
 * Each condition of the ledger's writes is needed: where it is made to hold always, on the way to
 * DynamoDB, something comes out otherwise than on the model.
 */
class NeededConditionsTest {
    private static final int THREADS = 2;
    private static final int AT_LEAST = 40;
    private static final List<Sequence> SEQUENCES =
            List.of(new Sequence(7, 250, 20, false), new Sequence(11, 450, 20, false));

    /** What is redundant, and why it stands there all the same. */
    private static final Map<String, String> EXPLAINED =
            Map.ofEntries(
                    Map.entry(
                            "adjust, entry: attribute_not_exists(id)",
                            "its id is put once, with it"),
                    Map.entry(
                            "expire, entry: attribute_not_exists(id)",
                            "its id is of the version of the lots, which is written once"),
                    Map.entry(
                            "freeze, Accounts: shards = :shards",
                            "needs one shard more between two tries of one call"),
                    Map.entry(
                            "grant, entry: attribute_not_exists(id)",
                            "its id is put once, with it"),
                    Map.entry(
                            "refund, Accounts: attribute_exists(account)",
                            "a task was charged to it, and accounts stay"),
                    Map.entry(
                            "refund, entry: attribute_not_exists(id)",
                            "its id is put once, with it"),
                    Map.entry(
                            "reshard, Accounts: attribute_not_exists(account)",
                            "the first row says how many there are"),
                    Map.entry(
                            "settle, Accounts: held >= :hold",
                            "held is the sum of holds; a broken row is left alone"),
                    Map.entry(
                            "settle, Accounts: tasks >= :one",
                            "as held; a broken row is left alone"),
                    Map.entry(
                            "settle, entry: attribute_not_exists(id)",
                            "the task ends once, and its entry is of it"),
                    Map.entry(
                            "unfreeze, Accounts: shards = :shards",
                            "needs one shard more between two tries of one call"));

    /** So much is told of a difference. */
    private static final int WIDTH = 150;

    private final BlockingQueue<TestingLedger> free = new LinkedBlockingQueue<>();

    @BeforeEach
    void start() {
        for (var i = 0; i < THREADS; i++) {
            free.add(new TestingLedger());
        }
    }

    @AfterEach
    void stop() {
        free.forEach(TestingLedger::close);
    }

    @Test
    void withoutAnyOneConditionTheLedgerIsNoLongerTheModel() throws Exception {
        var differences = new TreeMap<Guard, Optional<String>>();
        try (var threads = Executors.newFixedThreadPool(THREADS)) {
            var guards = met(threads);
            var found = threads.invokeAll(guards.stream().map(this::without).toList()).iterator();
            for (var guard : guards) {
                differences.put(guard, found.next().get());
            }
        }
        differences.forEach(NeededConditionsTest::tell);
        assertTrue(differences.size() >= AT_LEAST, "so many conditions: " + differences.size());
        assertEquals(new TreeSet<>(EXPLAINED.keySet()), unnoticed(differences));
    }

    private NavigableSet<Guard> met(ExecutorService threads) throws Exception {
        var all = new TreeSet<Guard>();
        for (var met : threads.invokeAll(SEQUENCES.stream().map(this::met).toList())) {
            all.addAll(met.get());
        }
        return all;
    }

    /** With all its conditions it is the model, or a difference would prove nothing. */
    private Callable<NavigableSet<Guard>> met(Sequence sequence) {
        return () ->
                withTables(
                        tables -> {
                            var twins = new Twins(tables);
                            var wire = new GuardedWire(twins, Optional.empty());
                            tables.wire().rewrite(wire);
                            assertEquals(Optional.empty(), sequence.run(twins).difference());
                            return wire.met();
                        });
    }

    private Callable<Optional<String>> without(Guard guard) {
        return () ->
                withTables(
                        tables ->
                                SEQUENCES.stream()
                                        .limit(sequences(guard))
                                        .map(sequence -> difference(guard, sequence, tables))
                                        .flatMap(Optional::stream)
                                        .findFirst());
    }

    /** What is explained is looked for in the first one, which meets every kind of outcome. */
    private static int sequences(Guard guard) {
        return EXPLAINED.containsKey(guard.toString()) ? 1 : SEQUENCES.size();
    }

    private static Optional<String> difference(
            Guard guard, Sequence sequence, TestingLedger tables) {
        var twins = new Twins(tables);
        tables.wire().rewrite(new GuardedWire(twins, Optional.of(guard)));
        var course = sequence.run(twins);
        var last = course.taken().getLast().operation().kind();
        return course.difference()
                .map(told -> "step %d, %s: %s".formatted(course.taken().size(), last, told));
    }

    /** Each thread has its own. */
    private <T> T withTables(Function<TestingLedger, T> work) throws InterruptedException {
        var tables = free.take();
        try {
            return work.apply(tables);
        } finally {
            free.put(tables);
        }
    }

    private static void tell(Guard guard, Optional<String> difference) {
        var told = difference.orElse("no difference: " + EXPLAINED.get(guard.toString()));
        System.out.println(guard + " → " + told.substring(0, Math.min(WIDTH, told.length())));
    }

    private static NavigableSet<String> unnoticed(Map<Guard, Optional<String>> differences) {
        var unnoticed = new TreeSet<String>();
        differences.forEach(
                (guard, difference) -> {
                    if (difference.isEmpty()) {
                        unnoticed.add(guard.toString());
                    }
                });
        return unnoticed;
    }
}
