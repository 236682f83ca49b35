package dev.pixapi.local.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pixapi.json.Fields;
import dev.pixapi.lambda.blueprint.Blueprint;
import dev.pixapi.lambda.blueprint.LambdaFunction;
import dev.pixapi.lambda.blueprint.Trigger.Transfer;
import dev.pixapi.local.SampleStatus;
import dev.pixapi.local.TestingSystem;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/**
 * Every function of the blueprint as it is deployed: primed, restored, and given its sample events
 * by AWS's own runtime client, in a JVM of its own.
 */
@EnabledOnOs(
        value = OS.LINUX,
        disabledReason = "AWS's runtime client, which starts the functions, is for Linux only")
class DeployedHandlersTest {
    /** JVMs at one time; each is busy while it starts. */
    private static final int AT_ONCE = 2;

    private static TestingSystem pixapi;
    private static TestingEvents events;
    private static ExecutorService threads;

    @BeforeAll
    static void start() {
        pixapi = TestingSystem.start();
        events = new TestingEvents(pixapi, pixapi.sampleKey());
        threads = Executors.newFixedThreadPool(AT_ONCE);
    }

    @AfterAll
    static void stop() {
        threads.shutdownNow();
        pixapi.close();
    }

    @TestFactory
    Stream<DynamicTest> answersItsSamples() {
        return Blueprint.FUNCTIONS.stream()
                .map(function -> Map.entry(function, threads.submit(() -> answers(function))))
                .toList()
                .stream()
                .map(run -> DynamicTest.dynamicTest(run.getKey().name(), run.getValue()::get));
    }

    private static Void answers(LambdaFunction function) throws Exception {
        var samples = TestingEvents.of(function.name());
        assertFalse(samples.isEmpty(), "there is no sample event");
        try (var deployed = DeployedFunction.snapshot(pixapi, function.name(), Map.of())) {
            deployed.api().restore();
            for (var sample : samples) {
                answers(function, sample, deployed);
            }
            var primed = "primed " + function.handler().getSimpleName();
            assertTrue(deployed.logged().contains(primed), deployed::logged);
        }
        return null;
    }

    private static void answers(LambdaFunction function, String sample, DeployedFunction deployed)
            throws Exception {
        var event = events.event(sample);
        var answer = deployed.invoke(event).body();
        if (function.route().isPresent()) {
            var read = Answered.read(answer);
            assertEquals(SampleStatus.of(sample), read.status(), sample + ": " + read.text());
            assertEquals(
                    function.route().get().transfer() == Transfer.STREAM,
                    read.streamed(),
                    "the form of " + sample);
            assertTrue(read.headers().containsKey("x-request-id"));
            assertIsNoFault(sample, Answered.read(deployed.invoke(event).body()));
        } else {
            done(function.name(), event, new Fields(Answered.json(answer)));
            done(function.name(), event, new Fields(Answered.json(deployed.invoke(event).body())));
        }
    }

    /** What comes twice meets conditions that fail, whose exceptions the SDK makes by itself. */
    private static void assertIsNoFault(String sample, Answered again) {
        assertTrue(again.status() < 500, () -> sample + " once more: " + again.text());
    }

    /** What the functions do that no request starts. */
    private static void done(String function, byte[] event, Fields answer) {
        switch (function) {
            case "Worker" -> {
                assertEquals(List.of(), answer.objects("batchItemFailures"));
                assertEquals("completed", events.statusOfTaskIn(event));
            }
            case "DeadLetter" -> {
                assertEquals(List.of(), answer.objects("batchItemFailures"));
                assertEquals("failed", events.statusOfTaskIn(event));
            }
            case "Sweeper" -> assertEquals(0, answer.number("failed"));
            case "Provision" -> assertTrue(answer.string("key").startsWith("sk_test_"));
            case "ExplainCharge" -> assertEquals("task.charge", answer.string("object"));
            // Twice, and the second time it was refunded before.
            case "Correct" -> assertTrue(answer.string("outcome").startsWith("refunded"));
            default -> throw new AssertionError("what should " + function + " do?");
        }
    }
}
