package dev.pixapi.local.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import dev.pixapi.local.ledger.TestingLedger;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * Many operations in no order that makes sense, on the simulator's model and on DynamoDB: each has
 * the same outcome on both. Writes meet conflicts, are throttled, and lose their replies, which the
 * emulator of DynamoDB never does.
 */
class ConformanceTest {
    private static final int STEPS = 2_600;
    private static final int COMPARED = 100;
    private static final List<Long> SEEDS = List.of(20_260_731L, 5L, 271_828L);

    /** What such sequences must have met, or they have proved little. */
    private static final Set<String> OUTCOMES =
            Set.of(
                    "adjust Adjusted",
                    "adjust AdjustedBefore",
                    "adjust BelowNothing",
                    "adjust NotFrozen",
                    "balance nothing",
                    "balance something",
                    "claim Claimed",
                    "claim Ended",
                    "claim Exhausted",
                    "claim Leased",
                    "claim Unknown",
                    "createAccount done",
                    "due nothing",
                    "due something",
                    "entries nothing",
                    "entries something",
                    "entriesOf nothing",
                    "entriesOf something",
                    "expire nothing",
                    "expire something",
                    "expiring nothing",
                    "expiring something",
                    "find nothing",
                    "find something",
                    "freeze done",
                    "freeze refused",
                    "grant Granted",
                    "grant GrantedBefore",
                    "grant refused",
                    "markMediaDeleted nothing",
                    "markMediaDeleted something",
                    "move no",
                    "move refused",
                    "move yes",
                    "open Exists",
                    "open Frozen",
                    "open Insufficient",
                    "open NoAccount",
                    "open Opened",
                    "open Resharded",
                    "open TooManyTasks",
                    "postpone done",
                    "refund NotCharged",
                    "refund Refunded",
                    "refund RefundedBefore",
                    "refund TooMuch",
                    "renew no",
                    "renew yes",
                    "reshard done",
                    "reshard refused",
                    "settle Ended",
                    "settle Settled",
                    "settle Superseded",
                    "unfreeze no",
                    "unfreeze yes");

    @Test
    void theModelDoesWhatTheLedgerInDynamoDbDoes() throws Exception {
        var news = new Random().nextLong();
        var runs =
                LongStream.concat(SEEDS.stream().mapToLong(Long::longValue), LongStream.of(news))
                        .mapToObj(seed -> (Callable<Set<String>>) () -> met(seed))
                        .toList();
        var met = new TreeSet<String>();
        try (var threads = Executors.newFixedThreadPool(2)) {
            for (var run : threads.invokeAll(runs)) {
                met.addAll(run.get());
            }
        }
        System.out.printf(
                "%d operations, %d kinds of outcomes, new seed %d%n",
                runs.size() * STEPS, met.size(), news);
        var missed = new TreeSet<>(OUTCOMES);
        missed.removeAll(met);
        assertEquals(Set.of(), missed, "outcomes that were not met");
    }

    private static Set<String> met(long seed) {
        try (var tables = new TestingLedger()) {
            var course = new Sequence(seed, STEPS, COMPARED, true).run(new Twins(tables));
            course.difference().ifPresent(told -> fail(story(seed, told, course.taken(), tables)));
            return course.met();
        }
    }

    private static String story(
            long seed, String difference, List<Step> taken, TestingLedger tables) {
        var fewest = Shortest.of(taken, steps -> Sequence.differ(steps, tables));
        return "seed %d, behind %d steps: %s%nThe fewest steps that were found to do:%n%s"
                .formatted(
                        seed,
                        taken.size(),
                        difference,
                        fewest.stream().map(Step::toString).collect(Collectors.joining("\n")));
    }
}
