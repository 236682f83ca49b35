package dev.pixapi.local.money;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pixapi.local.TestingSystem;
import dev.pixapi.local.upstream.UpstreamDouble;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * Far more requests than an account can pay for, from connections that never pause. The limit of
 * tasks in flight, which is 1,000, can refuse none of them: there are never more than 100.
 */
class OverdraftTest {
    private static final int CONNECTIONS = 64;
    private static final int IMAGES = 100;
    private static final int REQUESTS = Integer.getInteger("overdraft.requests", 2_000);

    private final UpstreamDouble upstream = UpstreamDouble.start();
    private final TestingSystem pixapi = TestingSystem.start(upstream.settings());
    private final Map<Integer, Integer> statuses = new ConcurrentHashMap<>();

    @AfterEach
    void stop() {
        pixapi.close();
        upstream.close();
    }

    @Test
    void exactlyAsManyAreAdmittedAsTheBalanceSufficesFor() throws Exception {
        var key = pixapi.liveKey(IMAGES);
        var began = System.nanoTime();
        requestAll(key);
        awaitEnd(key);
        System.out.printf(
                "%d requests in %d ms: %s%n",
                REQUESTS, (System.nanoTime() - began) / 1_000_000, statuses);

        var admitted = statuses.getOrDefault(200, 0) + statuses.getOrDefault(202, 0);
        assertEquals(IMAGES, admitted);
        assertEquals(REQUESTS - IMAGES, statuses.get(402));
        assertEquals(IMAGES, upstream.calls());
        var credits = pixapi.credits(key);
        assertEquals(0, credits.number("available"));
        assertEquals(0, credits.number("held"));
        assertEquals(IMAGES, credits.number("spent"));
        assertEquals(IMAGES, credits.number("granted"));
    }

    private void requestAll(String key) throws Exception {
        var left = new AtomicInteger(REQUESTS);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var clients =
                    IntStream.range(0, CONNECTIONS)
                            .mapToObj(_ -> threads.submit(() -> request(key, left)))
                            .toList();
            for (Future<?> client : clients) {
                client.get();
            }
        }
    }

    /** Every second one waits for its image, the others are tasks for workers. */
    private void request(String key, AtomicInteger left) {
        // A credit each.
        var body = Map.of("model", "gpt-image-2", "quality", "low", "prompt", "one too many");
        for (var n = left.getAndDecrement(); n > 0; n = left.getAndDecrement()) {
            var answer = n % 2 == 0 ? pixapi.generate(key, body) : pixapi.submit(key, body);
            statuses.merge(answer.status(), 1, Integer::sum);
        }
    }

    private void awaitEnd(String key) throws InterruptedException {
        for (var i = 0; i < 600 && pixapi.credits(key).number("held") > 0; i++) {
            Thread.sleep(100);
        }
    }
}
