package dev.pixapi.local.money;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pixapi.json.Fields;
import dev.pixapi.json.Json;
import dev.pixapi.local.TestingSystem;
import dev.pixapi.local.upstream.Behaviour;
import dev.pixapi.local.upstream.Images;
import dev.pixapi.local.upstream.UpstreamAnswer;
import dev.pixapi.local.upstream.UpstreamDouble;
import dev.pixapi.local.upstream.UpstreamRequest;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Every message comes ten times more than it was sent: a queue may do that at any time. */
class RedeliveryTest {
    private static final int TIMES = 10;
    private static final int TASKS = 12;

    private final UpstreamDouble upstream = UpstreamDouble.start();
    private final TestingSystem pixapi =
            TestingSystem.start(upstream.settings("PIXAPI_PROVIDER_TIMEOUT_SECONDS", "30"));
    private final String key = pixapi.liveKey(TASKS);

    @AfterEach
    void stop() {
        pixapi.close();
        upstream.close();
    }

    @Test
    void oneAfterTheOtherEachIsPaidForOnceAndChargedOnce() throws Exception {
        for (var id : submit()) {
            deliver("Worker", Collections.nCopies(TIMES, id));
        }
        assertPaidAndChargedOnce();
    }

    @Test
    void allAtOnceEachIsPaidForOnceAndChargedOnce() throws Exception {
        // Slow, so that the others come while it is being made.
        upstream.behave(slow(Images.asAsked()));
        deliverAtOnce(List.of("Worker"), submit());
        assertPaidAndChargedOnce();
    }

    @Test
    void afterItsEndAMessageChangesNothing() throws Exception {
        var tasks = submit();
        awaitEnd(tasks);
        var before = entries();
        deliverAtOnce(List.of("Worker", "DeadLetter"), tasks);
        assertEquals(before, entries());
        assertPaidAndChargedOnce();
    }

    @Test
    void deadLettersOfTasksThatRunLeaveThemToTheirRunners() throws Exception {
        var arrived = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        upstream.behave(
                exchange -> {
                    exchange.request();
                    arrived.countDown();
                    go.await();
                    Images.asAsked().serve(exchange);
                });
        var id = submit("held up");
        arrived.await();
        deliverAtOnce(List.of("DeadLetter", "Worker"), List.of(id));
        assertEquals("processing", task(id).string("status"));
        go.countDown();

        assertEquals("completed", pixapi.await(key, id).string("status"));
        assertEquals(1, upstream.calls());
        assertBooks(List.of(1L));
    }

    /** A worker that is first runs it; a dead letter that is first ends it: never both. */
    @Test
    void deadLettersAmongTheMessagesEndATaskOnceOneWayOrTheOther() throws Exception {
        upstream.behave(slow(Images.asAsked()));
        var tasks = new ArrayList<String>();
        for (var i = 0; i < TASKS; i++) {
            tasks.add(submit("message " + i));
            deliverAtOnce(List.of("DeadLetter", "Worker"), List.of(tasks.getLast()));
        }
        awaitEnd(tasks);
        var charges = new ArrayList<Long>();
        for (var id : tasks) {
            var task = task(id);
            var completed = task.string("status").equals("completed");
            charges.add(task.object("credits").number("charged"));
            assertEquals(completed ? 1 : 0, charges.getLast());
            assertTrue(completed || paidCalls().getOrDefault(prompt(task), 0L) == 0, id);
        }
        assertBooks(charges);
        paidCalls().forEach((prompt, calls) -> assertEquals(1, calls, prompt));
    }

    @Test
    void aFailureThatIsDeliveredAgainIsNotTriedAgain() throws Exception {
        upstream.behave(
                exchange -> {
                    var refusal = Map.of("code", "moderation_blocked");
                    exchange.answer(UpstreamAnswer.refusal(400, refusal));
                });
        var tasks = submit();
        deliverAtOnce(List.of("Worker"), tasks);
        awaitEnd(tasks);
        deliverAtOnce(List.of("Worker", "DeadLetter"), tasks);

        paidCalls().forEach((prompt, calls) -> assertEquals(1, calls, prompt));
        assertBooks(Collections.nCopies(TASKS, 0L));
        assertEquals(TASKS, pixapi.credits(key).number("available"));
    }

    private static Behaviour slow(Behaviour behaviour) {
        return exchange -> {
            exchange.request();
            Thread.sleep(300);
            behaviour.serve(exchange);
        };
    }

    private List<String> submit() {
        return IntStream.range(0, TASKS).mapToObj(i -> submit("message " + i)).toList();
    }

    /** A credit; its prompt stands in its metadata. */
    private String submit(String prompt) {
        var body =
                Map.of(
                        "model",
                        "gpt-image-2",
                        "quality",
                        "low",
                        "prompt",
                        prompt,
                        "metadata",
                        Map.of("prompt", prompt));
        return pixapi.submit(key, body).json().string("id");
    }

    /** Every task's message to each of the functions, as often as {@link #TIMES}, in disorder. */
    private void deliverAtOnce(List<String> functions, List<String> tasks) throws Exception {
        var deliveries = new ArrayList<Callable<Boolean>>();
        for (var id : tasks) {
            for (var function : functions) {
                Callable<Boolean> delivery = () -> deliver(function, List.of(id));
                deliveries.addAll(Collections.nCopies(TIMES, delivery));
            }
        }
        Collections.shuffle(deliveries, new Random(5));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var delivered : threads.invokeAll(deliveries)) {
                assertTrue(delivered.get());
            }
        }
    }

    /** False when the function wants some of it again. */
    private boolean deliver(String function, List<String> tasks) throws Exception {
        var messages =
                tasks.stream()
                        .map(id -> Map.of("messageId", "m", "body", Json.write(Map.of("task", id))))
                        .toList();
        var event = Json.bytes(Map.of("Records", messages));
        var answer = pixapi.system().functions().invoke(function, event);
        return new Fields(Json.object(answer)).objects("batchItemFailures").isEmpty();
    }

    private void awaitEnd(List<String> tasks) {
        tasks.forEach(id -> assertTrue(pixapi.await(key, id).has("completed_at"), id));
    }

    private Fields task(String id) {
        return pixapi.get("/v1/tasks/" + id, key).json();
    }

    private static String prompt(Fields task) {
        return task.object("metadata").string("prompt");
    }

    /** By prompt. */
    private Map<String, Long> paidCalls() {
        return upstream.requests().stream()
                .collect(Collectors.groupingBy(UpstreamRequest::prompt, Collectors.counting()));
    }

    private void assertPaidAndChargedOnce() {
        assertEquals(TASKS, upstream.requests().size());
        assertEquals(TASKS, paidCalls().size());
        assertBooks(Collections.nCopies(TASKS, 1L));
    }

    /** One settle entry for each task, of these credits. */
    private void assertBooks(List<Long> charges) {
        var settled =
                entries().stream().filter(entry -> entry.get("type").equals("settle")).toList();
        assertEquals(charges.size(), settled.size());
        var tasks = settled.stream().map(entry -> entry.get("task_id")).distinct();
        assertEquals(charges.size(), tasks.count());
        var spent = charges.stream().mapToLong(Long::longValue).sum();
        var credits = pixapi.credits(key);
        assertEquals(spent, credits.number("spent"));
        assertEquals(0, credits.number("held"));
        assertEquals(TASKS - spent, credits.number("available"));
    }

    private List<Map<String, Object>> entries() {
        return pixapi.get("/v1/credits/entries?limit=100", key).json().objects("data").stream()
                .map(Fields::values)
                .toList();
    }
}
