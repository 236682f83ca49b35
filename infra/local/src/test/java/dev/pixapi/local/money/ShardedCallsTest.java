package dev.pixapi.local.money;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pixapi.json.Fields;
import dev.pixapi.local.TestingSystem;
import dev.pixapi.local.TestingSystem.Answer;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** An account of several shards, as its callers see it: like any other. */
class ShardedCallsTest {
    /** Four credits an image. */
    private static final Map<String, Object> BODY =
            Map.of("model", "nano-banana-2-512", "prompt", "in some shard");

    private static TestingSystem pixapi;

    private final Fields account = pixapi.provision("test", 40);
    private final String key = account.string("key");

    @BeforeAll
    static void start() {
        pixapi = TestingSystem.start();
    }

    @AfterAll
    static void stop() {
        pixapi.close();
    }

    @Test
    void ofManyRequestsAtOnceExactlyThoseAreMadeThatAllShardsTogetherCanPay() throws Exception {
        reshard(4);
        var answers = generate(40);
        assertEquals(10, answers.stream().filter(answer -> answer.status() == 200).count());
        assertEquals(30, answers.stream().filter(answer -> answer.status() == 402).count());
        var credits = pixapi.credits(key);
        assertEquals(
                List.of(0, 0, 40, 40), numbers(credits, "available", "held", "spent", "granted"));
    }

    @Test
    void aRefusalTellsTheSumOfAllShards() throws Exception {
        reshard(8);
        generate(7);
        assertEquals(List.of(12, 28), numbers(pixapi.credits(key), "available", "spent"));
        var refused =
                pixapi.generate(key, Map.of("model", "nano-banana-2-512", "prompt", "p", "n", 4));
        assertEquals(402, refused.status());
        var text = new String(refused.body(), StandardCharsets.UTF_8);
        assertTrue(text.contains("needs 16 credits; 12 are available"), text);
    }

    @Test
    void aRepeatFindsItsTaskWhicheverShardHoldsIt() {
        reshard(4);
        var first = pixapi.generate(key, BODY, "Idempotency-Key", "once");
        for (var i = 0; i < 4; i++) {
            var again = pixapi.generate(key, BODY, "Idempotency-Key", "once");
            assertEquals(first.json().string("task_id"), again.json().string("task_id"));
        }
        assertEquals(List.of(36, 4), numbers(pixapi.credits(key), "available", "spent"));
    }

    private void reshard(int shards) {
        pixapi.invoke(
                "Correct",
                Map.of("mode", "test", "account", account.string("account"), "shards", shards));
    }

    private List<Answer> generate(int times) throws Exception {
        try (var threads = Executors.newFixedThreadPool(times)) {
            var calls =
                    IntStream.range(0, times)
                            .mapToObj(_ -> threads.submit(() -> pixapi.generate(key, BODY)))
                            .toList();
            threads.shutdown();
            assertTrue(threads.awaitTermination(60, TimeUnit.SECONDS));
            return calls.stream().map(Future::resultNow).toList();
        }
    }

    private static List<Integer> numbers(Fields credits, String... names) {
        return List.of(names).stream().map(name -> (int) credits.number(name)).toList();
    }
}
