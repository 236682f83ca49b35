package dev.pixapi.local.upstream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pixapi.json.Fields;
import dev.pixapi.json.Json;
import dev.pixapi.local.TestingSystem;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Calls that outlast their lease: heartbeats keep the tasks with their runners. */
class UpstreamLeaseTest {
    /** Longer than the lease, and many heartbeats long. */
    private static final Duration CALL = Duration.ofMillis(2_600);

    private static UpstreamDouble upstream;
    private static TestingSystem system;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    @BeforeAll
    static void start() {
        upstream = UpstreamDouble.start();
        upstream.behave(Misbehaviours.slow(CALL, Images.asAsked()));
        system =
                TestingSystem.start(
                        upstream.settings(
                                "PIXAPI_LEASE_SECONDS", "2",
                                "PIXAPI_HEARTBEAT_SECONDS", "0.2",
                                "PIXAPI_RESEND_SECONDS", "0.2",
                                "PIXAPI_PROVIDER_TIMEOUT_SECONDS", "30"));
    }

    @AfterAll
    static void stop() {
        system.close();
        upstream.close();
    }

    @AfterEach
    void join() {
        threads.close();
    }

    @Test
    void slowCallsAreMadeOnceAndChargedOnce() throws Exception {
        var waiting = new Caller(system, upstream);
        var later = new Caller(system, upstream);
        var answer =
                CompletableFuture.supplyAsync(() -> waiting.generate(Caller.order(2)), threads);
        var task = CompletableFuture.supplyAsync(() -> later.run(Caller.order(2)), threads);

        var disturbances = disturb(List.of(waiting, later), CompletableFuture.allOf(answer, task));

        assertTrue(disturbances > 0, "nothing disturbed them");
        assertEquals(200, answer.get().status());
        assertEquals("completed", task.get().string("status"));
        assertEquals(2, upstream.calls());
        waiting.assertCharged(2 * Fault.PRICE);
        later.assertCharged(2 * Fault.PRICE);
    }

    /** Sweeps, and delivers the tasks' messages, again and again until the calls have ended. */
    private static int disturb(List<Caller> callers, CompletableFuture<?> calls)
            throws InterruptedException {
        while (upstream.requests().size() < callers.size() && !calls.isDone()) {
            Thread.sleep(10);
        }
        var messages = callers.stream().map(caller -> message(caller.task())).toList();
        var times = 0;
        while (!calls.isDone()) {
            system.invoke("Sweeper", Map.of());
            var worked = system.invoke("Worker", Map.of("Records", messages));
            assertEquals(List.of(), worked.objects("batchItemFailures"));
            Thread.sleep(100);
            times++;
        }
        return times;
    }

    private static Map<String, Object> message(Fields task) {
        return Map.of(
                "messageId", "again",
                "eventSource", "aws:sqs",
                "body", Json.write(Map.of("task", task.string("id"))));
    }
}
