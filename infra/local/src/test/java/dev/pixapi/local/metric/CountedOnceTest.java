package dev.pixapi.local.metric;

import static dev.pixapi.local.upstream.Misbehaviours.refuses;
import static dev.pixapi.metric.Metric.COST_AT_RISK;
import static dev.pixapi.metric.Metric.CREDITS_SPENT;
import static dev.pixapi.metric.Metric.IMAGES_DELIVERED;
import static dev.pixapi.metric.Metric.PROVIDER_CALLS;
import static dev.pixapi.metric.Metric.PROVIDER_MILLISECONDS;
import static dev.pixapi.metric.Metric.TASKS_FAILED;
import static dev.pixapi.metric.Metric.TASKS_OPENED;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pixapi.local.upstream.Behaviour;
import dev.pixapi.local.upstream.Images;
import dev.pixapi.local.upstream.Misbehaviours;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What a request of each ending counts: all of it, once, and nothing besides. */
class CountedOnceTest {
    private static MeteredSystem system;

    @BeforeAll
    static void start() {
        system = new MeteredSystem();
    }

    @AfterAll
    static void stop() {
        system.close();
    }

    @BeforeEach
    void forget() {
        // A system remembers which routes kept failing: one that works clears that.
        system.upstream().behave(Images.asAsked());
        assertEquals(200, system.generate(1).status());
        system.lines().forget();
    }

    @Test
    void imagesThatAreDeliveredCountAsThemselvesAndAsNothingElse() {
        var answer = system.generate(2);
        assertEquals(200, answer.status());
        assertCounts(
                "PROVIDER_CALLS 1", "TASKS_COMPLETED 1", "IMAGES_DELIVERED 2", "CREDITS_SPENT 8");
        assertEquals(8, system.lines().sum(CREDITS_SPENT, "live"));
        assertEquals(1, system.lines().sum(PROVIDER_CALLS, "openai"));
        assertTrue(system.lines().sum(PROVIDER_MILLISECONDS, "openai") > 0);
        // One line, which the request's id finds.
        assertEquals(1, system.lines().ofNoSweep());
        var id = answer.headers().get("x-request-id");
        assertEquals(1, system.lines().with("request_id", id).size());
    }

    @Test
    void aTaskThatAWorkerRunsCountsTheSameInTwoEvents() throws InterruptedException {
        var id = system.submit();
        system.await(IMAGES_DELIVERED, 1);
        assertCounts(
                "PROVIDER_CALLS 1", "TASKS_COMPLETED 1", "IMAGES_DELIVERED 1", "CREDITS_SPENT 4");
        assertEquals(2, system.lines().ofNoSweep());
        assertEquals(1, system.lines().with("task_id", id).size());
    }

    @Test
    void aRepeatedRequestIsCountedOnce() {
        for (var i = 0; i < 3; i++) {
            var answer =
                    system.pixapi()
                            .generate(
                                    system.key(),
                                    MeteredSystem.order(1),
                                    "Idempotency-Key",
                                    "counted-once");
            assertEquals(200, answer.status());
        }
        assertCounts(
                "PROVIDER_CALLS 1", "TASKS_COMPLETED 1", "IMAGES_DELIVERED 1", "CREDITS_SPENT 4");
    }

    @Test
    void whatIsRefusedBeforeAnythingIsHeldCountsAsNothing() {
        var body = Map.of("model", "no-such-model", "prompt", MeteredSystem.PROMPT);
        assertEquals(404, system.pixapi().generate(system.key(), body).status());
        assertEquals(401, system.pixapi().generate("sk_live_wrong", body).status());
        assertEquals(Map.of(), system.lines().counts());
    }

    static Stream<Arguments> endings() {
        return Stream.of(
                ending(refuses(503, Map.of()), "model_unavailable", "PROVIDER_FAILURES 1"),
                ending(refuses(500, Map.of()), "model_unavailable", "PROVIDER_FAILURES 1"),
                ending(
                        refuses(400, Map.of("code", "moderation_blocked")),
                        "prompt_rejected",
                        "PROVIDER_REFUSALS 1"),
                ending(
                        refuses(400, Map.of("param", "size")),
                        "invalid_value",
                        "PROVIDER_REFUSALS 1"),
                ending(
                        Misbehaviours.resetsWhenRead(),
                        "model_timeout",
                        "PROVIDER_FAILURES 1",
                        "UNKNOWN_OUTCOMES 1",
                        "COST_AT_RISK 4"),
                ending(Images.count(0), "model_unavailable", "PROVIDER_FAILURES 1"),
                ending(Images.base64("AAAA"), "model_unavailable", "WASTED_IMAGES 1"));
    }

    private static Arguments ending(Behaviour behaviour, String code, String... counts) {
        return Arguments.of(behaviour, code, counts);
    }

    @ParameterizedTest
    @MethodSource("endings")
    void aFailureCountsAsWhatItWas(Behaviour behaviour, String code, String... counts) {
        system.upstream().behave(behaviour);
        assertTrue(system.generate(1).status() >= 400);
        assertEquals(1, system.lines().sum(TASKS_FAILED, code));
        var expected =
                new TreeMap<>(counts("TASKS_OPENED 1", "TASKS_FAILED 1", "PROVIDER_CALLS 1"));
        expected.putAll(counts(counts));
        assertEquals(expected, system.lines().counts());
    }

    @Test
    void imagesBeyondThoseThatWereAskedForAreWaste() {
        system.upstream().behave(Images.count(4));
        assertEquals(200, system.generate(2).status());
        assertCounts(
                "PROVIDER_CALLS 1",
                "TASKS_COMPLETED 1",
                "IMAGES_DELIVERED 2",
                "CREDITS_SPENT 8",
                "WASTED_IMAGES 2");
    }

    /** Whoever plays with the sandbox's misbehaviours wakes nobody. */
    @Test
    void aTestAccountCountsAsNoProvidersTroubleAndNoCost() {
        var key = system.pixapi().testKey(100);
        for (var word : new String[] {"[fail]", "[reject]", "[timeout]", "[corrupt]"}) {
            var body = Map.of("model", "nano-banana-2-512", "prompt", word);
            assertTrue(system.pixapi().generate(key, body).status() >= 400, word);
        }
        assertEquals(counts("TASKS_OPENED 4", "TASKS_FAILED 4"), system.lines().counts());
        assertEquals(4, system.lines().sum(TASKS_OPENED, "test"));
        assertEquals(0, system.lines().sum(COST_AT_RISK));
    }

    private static void assertCounts(String... counts) {
        var expected = new TreeMap<>(counts("TASKS_OPENED 1"));
        expected.putAll(counts(counts));
        assertEquals(expected, system.lines().counts());
    }

    static Map<String, Double> counts(String... counts) {
        var sums = new TreeMap<String, Double>();
        for (var count : counts) {
            var words = count.split(" ", -1);
            sums.put(words[0], Double.valueOf(words[1]));
        }
        return sums;
    }
}
