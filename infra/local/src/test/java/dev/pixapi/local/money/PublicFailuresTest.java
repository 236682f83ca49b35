package dev.pixapi.local.money;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pixapi.local.TestingSystem;
import dev.pixapi.local.TestingSystem.Answer;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What other gateways have got wrong in public, one test each. */
class PublicFailuresTest {
    private static TestingSystem pixapi;

    @BeforeAll
    static void start() {
        pixapi = TestingSystem.start();
    }

    @AfterAll
    static void stop() {
        pixapi.close();
    }

    @Test
    void twoHundredParallelRequestsOnABalanceForFiftyAdmitExactlyFifty() throws Exception {
        var key = pixapi.testKey(200);
        var body = Map.of("model", "nano-banana-2-512", "prompt", "one of many");
        var statuses =
                atOnce(200, () -> pixapi.generate(key, body)).stream()
                        .collect(Collectors.groupingBy(Answer::status, Collectors.counting()));
        assertEquals(Map.of(200, 50L, 402, 150L), statuses);
        assertBalance(key, 0, 200);
    }

    @Test
    void twoHundredParallelSubmissionsOnABalanceForFiftyAdmitExactlyFifty() throws Exception {
        var key = pixapi.testKey(200);
        var body = Map.of("model", "nano-banana-2-512", "prompt", "one of many");
        var answers = atOnce(200, () -> pixapi.submit(key, body));
        var accepted = answers.stream().filter(answer -> answer.status() == 202).toList();
        assertEquals(50, accepted.size());
        for (var answer : accepted) {
            var task = pixapi.await(key, answer.json().string("id"));
            assertEquals("completed", task.string("status"));
        }
        assertBalance(key, 0, 200);
    }

    @Test
    void fourImagesCostFourTimesOneNotSixteen() {
        var key = pixapi.testKey(100);
        var body = Map.of("model", "nano-banana-2-512", "prompt", "four of them", "n", 4);
        var images = pixapi.generate(key, body).json();
        assertEquals(4, images.objects("data").size());
        assertEquals(16, images.number("credits"));
        assertBalance(key, 84, 16);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gpt-image-2",
                "gpt-image-1.5",
                "nano-banana",
                "nano-banana-2",
                "nano-banana-2-lite",
                "nano-banana-pro"
            })
    void automaticSizeAndQualityHaveAPrice(String model) {
        var key = pixapi.testKey(100);
        var body = Map.of("model", model, "prompt", "auto", "size", "auto", "quality", "auto");
        var quoted = pixapi.post("/v1/quotes", key, body).json().number("credits");
        var charged = pixapi.generate(key, body).json().number("credits");
        assertEquals(quoted, charged);
        assertBalance(key, 100 - charged, charged);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[reject]", "[fail]", "[timeout]", "[corrupt]", "[partial 0]"})
    void aFailureGivesBackTheHoldAndNeverRaisesGranted(String prompt) {
        var key = pixapi.testKey(100);
        pixapi.generate(key, Map.of("model", "gpt-image-2", "prompt", prompt));
        assertBalance(key, 100, 0);
        assertEquals(100, pixapi.credits(key).number("granted"));
    }

    @Test
    void onlyDeliveredImagesAreCharged() {
        var key = pixapi.testKey(100);
        var body = Map.of("model", "nano-banana-2-512", "prompt", "[partial 3]", "n", 4);
        assertEquals(3, pixapi.generate(key, body).json().objects("data").size());
        assertBalance(key, 88, 12);
    }

    @Test
    void anOrderOfTheOperatorIsGrantedOnceHoweverOftenItIsSent() {
        var order =
                Map.of(
                        "mode",
                        "test",
                        "account",
                        "granted-once",
                        "grant",
                        Map.of("id", "order-1", "credits", 10),
                        "key",
                        Map.of());
        IntStream.range(0, 4).forEach(_ -> pixapi.invoke("Provision", order));
        var key = pixapi.invoke("Provision", order).string("key");
        assertBalance(key, 10, 0);
    }

    private static void assertBalance(String key, long available, long spent) {
        var credits = pixapi.credits(key);
        assertEquals(available, credits.number("available"), "available");
        assertEquals(0, credits.number("held"), "held");
        assertEquals(spent, credits.number("spent"), "spent");
    }

    private static List<Answer> atOnce(int calls, Callable<Answer> call)
            throws InterruptedException, ExecutionException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = new ArrayList<Answer>();
            for (var done : threads.invokeAll(Collections.nCopies(calls, call))) {
                answers.add(done.get());
            }
            return answers;
        }
    }
}
