package dev.pixapi.local.money;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pixapi.local.TestingSystem;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * Far more requests than an account can pay for, from 64 connections that never pause. The limit of
 * tasks in flight, which is 1,000, can refuse none of them: there are never more than 100.
 */
class OverdraftTest {
    private static final int CONNECTIONS = 64;
    private static final int IMAGES = 100;
    private static final int REQUESTS = Integer.getInteger("overdraft.requests", 2_000);

    private static TestingSystem pixapi;

    @BeforeAll
    static void start() {
        pixapi = TestingSystem.start();
    }

    @AfterAll
    static void stop() {
        pixapi.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/images/generations", "/v1/async/images/generations"})
    void exactlyAsManyAreAdmittedAsTheBalanceSufficesFor(String path) throws Exception {
        var key = pixapi.testKey(IMAGES);
        var began = System.nanoTime();
        var statuses = statuses(path, key, REQUESTS / 2);
        System.out.printf(
                "%d requests in %d ms%n", REQUESTS / 2, (System.nanoTime() - began) / 1_000_000);

        var success = path.contains("async") ? 202 : 200;
        assertEquals(Map.of(success, IMAGES, 402, REQUESTS / 2 - IMAGES), statuses);
        awaitEnd(key);
        var credits = pixapi.credits(key);
        assertEquals(0, credits.number("available"));
        assertEquals(0, credits.number("held"));
        assertEquals(IMAGES, credits.number("spent"));
        assertEquals(IMAGES, credits.number("granted"));
    }

    /** How often each status was answered. */
    private static Map<Integer, Integer> statuses(String path, String key, int requests)
            throws Exception {
        // A credit each.
        var body = Map.of("model", "gpt-image-2", "quality", "low", "prompt", "one too many");
        var left = new AtomicInteger(requests);
        var statuses = new ConcurrentHashMap<Integer, Integer>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var clients =
                    IntStream.range(0, CONNECTIONS)
                            .mapToObj(
                                    _ ->
                                            threads.submit(
                                                    () -> {
                                                        while (left.getAndDecrement() > 0) {
                                                            var a = pixapi.post(path, key, body);
                                                            statuses.merge(
                                                                    a.status(), 1, Integer::sum);
                                                        }
                                                    }))
                            .toList();
            for (Future<?> client : clients) {
                client.get();
            }
        }
        return statuses;
    }

    private static void awaitEnd(String key) throws InterruptedException {
        for (var i = 0; i < 600 && pixapi.credits(key).number("held") > 0; i++) {
            Thread.sleep(100);
        }
    }
}
