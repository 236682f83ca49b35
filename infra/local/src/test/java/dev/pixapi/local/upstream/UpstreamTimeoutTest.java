package dev.pixapi.local.upstream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pixapi.local.TestingSystem;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A provider that takes longer than it is given, before its answer or in the middle of it. The
 * limit is far above what any of them takes: without ours, a call would go on for minutes.
 */
@Timeout(60)
class UpstreamTimeoutTest {
    private static UpstreamDouble upstream;
    private static TestingSystem system;

    @BeforeAll
    static void start() {
        upstream = UpstreamDouble.start();
        system = TestingSystem.start(upstream.settings("PIXAPI_PROVIDER_TIMEOUT_SECONDS", "1"));
    }

    @AfterAll
    static void stop() {
        system.close();
        upstream.close();
    }

    static Stream<Fault> table() {
        return Stream.of(
                Fault.unknown("silence", Misbehaviours.isSilent()),
                Fault.unknown("an answer that never ends", Misbehaviours.trickles()));
    }

    @ParameterizedTest
    @MethodSource("table")
    void aCallerWhoWaitsIsToldThatItTookTooLong(Fault fault) throws InterruptedException {
        var givenUp = watch(fault);
        var caller = new Caller(system, upstream);

        var answer = caller.generate(Caller.order(1));

        assertEquals(504, answer.status());
        assertEquals("model_timeout", answer.errorCode());
        assertEquals("false", answer.headers().get("x-should-retry"));
        assertEquals(1, upstream.calls());
        caller.assertCharged(0);
        assertTrue(givenUp.await(10, TimeUnit.SECONDS), "the connection is still open");
    }

    @Test
    void aTaskThatTookTooLongFailsAndIsNotRepeated() {
        upstream.behave(Misbehaviours.isSilent());
        var caller = new Caller(system, upstream);

        var task = caller.run(Caller.order(1));
        system.invoke("Sweeper", Map.of());

        assertEquals("failed", task.string("status"));
        assertEquals("model_timeout", task.object("error").string("code"));
        assertEquals(1, upstream.calls());
        caller.assertCharged(0);
    }

    /** Opens when the double has seen the end of the connection. */
    private static CountDownLatch watch(Fault fault) {
        var ended = new CountDownLatch(1);
        upstream.behave(
                exchange -> {
                    try {
                        fault.upstream().serve(exchange);
                    } finally {
                        ended.countDown();
                    }
                });
        return ended;
    }
}
