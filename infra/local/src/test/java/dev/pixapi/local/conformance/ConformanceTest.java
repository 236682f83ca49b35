package dev.pixapi.local.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;

/**
 * Many operations in no order that makes sense, on the simulator's model and on DynamoDB: each has
 * the same outcome on both.
 */
class ConformanceTest {
    private static final int STEPS = 2_600;
    private static final int COMPARED = 50;
    private static final long[] SEEDS = {20_260_731, 5, 271_828};

    @Test
    void theModelDoesWhatTheLedgerInDynamoDbDoes() throws Exception {
        var seeds = LongStream.concat(LongStream.of(SEEDS), LongStream.of(new Random().nextLong()));
        var met = new TreeSet<String>();
        try (var threads = Executors.newFixedThreadPool(2)) {
            var courses =
                    threads.invokeAll(
                            seeds.mapToObj(
                                            seed ->
                                                    (java.util.concurrent.Callable<Set<String>>)
                                                            () -> met(seed))
                                    .toList());
            for (var course : courses) {
                met.addAll(course.get());
            }
        }
        System.out.println(met);
    }

    private static Set<String> met(long seed) {
        try (var twins = new Twins()) {
            var course = new Sequence(seed, STEPS, COMPARED, true).run(twins);
            course.difference().ifPresent(difference -> {
                System.out.println("seed " + seed + " step " + course.taken().size());
                course.taken().subList(Math.max(0, course.taken().size()-3), course.taken().size()).forEach(System.out::println);
                System.out.println(difference); fail(difference);});
            return course.met();
        }
    }
}
