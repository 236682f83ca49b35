package dev.pixapi.local.upstream.gemini;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pixapi.local.TestingSystem;
import dev.pixapi.local.upstream.Behaviour;
import dev.pixapi.local.upstream.Caller;
import dev.pixapi.local.upstream.Fault;
import dev.pixapi.local.upstream.Misbehaviours;
import dev.pixapi.local.upstream.UpstreamDouble;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Calls that take longer than they are given: 2 s, all calls and repeats of a task included. */
@Timeout(60)
class GeminiTimeoutTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    private static UpstreamDouble upstream;
    private static TestingSystem system;

    @BeforeAll
    static void start() {
        upstream = GeminiDouble.start();
        system =
                TestingSystem.start(
                        GeminiDouble.settings(upstream, "PIXAPI_PROVIDER_TIMEOUT_SECONDS", "2"));
        // Classes are loaded and connections are made before time counts.
        assertEquals(200, new Caller(system, upstream).generate(Orders.images(2)).status());
    }

    @AfterAll
    static void stop() {
        system.close();
        upstream.close();
    }

    static Stream<Fault> table() {
        return Stream.of(
                Fault.unknown("silence", Misbehaviours.isSilent()),
                Fault.unknown(
                        "an answer that never ends", Misbehaviours.trickles(GeminiDouble::whole)));
    }

    @ParameterizedTest
    @MethodSource("table")
    void callsThatDoNotEndAreGivenUpTogether(Fault fault) throws InterruptedException {
        var givenUp = watch(3, fault.upstream());
        var caller = new Caller(system, upstream);
        var began = System.nanoTime();

        var answer = caller.generate(Orders.images(3));

        assertEquals(504, answer.status());
        assertEquals("model_timeout", answer.errorCode());
        assertEquals("false", answer.headers().get("x-should-retry"));
        assertEquals(3, upstream.calls());
        caller.assertCharged(0);
        assertTrue(givenUp.await(10, TimeUnit.SECONDS), "a connection is still open");
        // One after the other would take three times as long.
        assertTrue(System.nanoTime() - began < 3 * TIMEOUT.toNanos());
    }

    @Test
    void aTaskThatTookTooLongFailsAndIsNotRepeated() {
        upstream.behave(Misbehaviours.isSilent());
        var caller = new Caller(system, upstream);

        var task = caller.run(Orders.images(2));
        system.invoke("Sweeper", Map.of());

        assertEquals("failed", task.string("status"));
        assertEquals("model_timeout", task.object("error").string("code"));
        assertEquals(2, upstream.calls());
        caller.assertCharged(0);
    }

    @Test
    void imagesThatCameInTimeAreDeliveredWithoutTheOneThatDidNot() {
        upstream.behave(Behaviour.inTurn(Misbehaviours.isSilent(), GeminiDouble.asAsked()));
        var caller = new Caller(system, upstream);

        var answer = caller.generate(Orders.images(4));

        assertEquals(200, answer.status());
        assertEquals(3, answer.json().objects("data").size());
        caller.assertCharged(3 * Fault.PRICE);
    }

    /** Of four seconds: one for the first request, and then no more than three. */
    @Test
    void theRepeatForAnImageThatWasNotMadeHasOnlyTheTimeThatIsLeft() {
        var none = Misbehaviours.answers(GeminiAnswers.ended("NO_IMAGE"));
        upstream.behave(
                Behaviour.inTurn(
                        Misbehaviours.slow(Duration.ofSeconds(1), none), Misbehaviours.isSilent()));
        var settings = GeminiDouble.settings(upstream, "PIXAPI_PROVIDER_TIMEOUT_SECONDS", "4");
        try (var patient = TestingSystem.start(settings)) {
            var caller = new Caller(patient, upstream);
            var began = System.nanoTime();

            var answer = caller.generate(Orders.images(1));

            assertEquals(504, answer.status());
            assertEquals(2, upstream.calls());
            // With the whole time again it would take five.
            assertTrue(System.nanoTime() - began < Duration.ofMillis(4_900).toNanos());
            caller.assertCharged(0);
        }
    }

    /** Opens when the double has seen the end of so many connections. */
    private static CountDownLatch watch(int calls, Behaviour behaviour) {
        var ended = new CountDownLatch(calls);
        upstream.behave(
                exchange -> {
                    try {
                        behaviour.serve(exchange);
                    } finally {
                        ended.countDown();
                    }
                });
        return ended;
    }
}
