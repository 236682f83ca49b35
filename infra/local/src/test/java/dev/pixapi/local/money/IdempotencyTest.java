package dev.pixapi.local.money;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.pixapi.json.Fields;
import dev.pixapi.local.TestingSystem;
import dev.pixapi.local.TestingSystem.Answer;
import dev.pixapi.local.upstream.Images;
import dev.pixapi.local.upstream.UpstreamAnswer;
import dev.pixapi.local.upstream.UpstreamDouble;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/** What an Idempotency-Key promises; {@link EditReplayTest} has what is special about edits. */
class IdempotencyTest {
    private static final String SYNC = "/v1/images/generations";
    private static final String ASYNC = "/v1/async/images/generations";
    private static final int CALLS = 100;

    /** A credit. */
    private static final Map<String, Object> ORDER =
            Map.of("model", "gpt-image-2", "quality", "low", "prompt", "a heron");

    /** What moves on while a task runs, and so differs between answers about it. */
    private static final Set<String> MOVING =
            Set.of(
                    "status",
                    "progress",
                    "started_at",
                    "completed_at",
                    "credits",
                    "images",
                    "result");

    private final UpstreamDouble upstream = UpstreamDouble.start();
    private final TestingSystem pixapi = TestingSystem.start(upstream.settings());
    private final String key = pixapi.liveKey(10);

    @AfterEach
    void stop() {
        pixapi.close();
        upstream.close();
    }

    @Test
    void aHundredCallsAtOnceAreOneTaskAndGetTheSameAnswerToTheLastByte() throws Exception {
        upstream.behave(
                exchange -> {
                    exchange.request();
                    // So that all of them are there before it is made.
                    Thread.sleep(1_500);
                    Images.asAsked().serve(exchange);
                });
        var answers = atOnce(() -> ask(SYNC, ORDER));

        for (var answer : answers) {
            assertEquals(200, answer.status());
            assertArrayEquals(answers.getFirst().body(), answer.body());
        }
        assertEquals(CALLS - 1, replayed(answers));
        assertOneTask(answers.getFirst().json().string("task_id"));
    }

    @Test
    void aHundredSubmissionsAtOnceAreOneTaskWhoseStateAloneMayDiffer() throws Exception {
        var answers = atOnce(() -> ask(ASYNC, ORDER));

        for (var answer : answers) {
            assertEquals(202, answer.status());
            assertEquals(
                    answers.getFirst().headers().get("location"), answer.headers().get("location"));
            assertEquals(still(answers.getFirst().json()), still(answer.json()));
        }
        assertEquals(CALLS - 1, replayed(answers));
        var id = answers.getFirst().json().string("id");
        assertEquals("completed", pixapi.await(key, id).string("status"));
        assertOneTask(id);
    }

    @Test
    void aHundredCallsAtOnceShareAFailureToo() throws Exception {
        refuse();
        var answers = atOnce(() -> ask(SYNC, ORDER));
        for (var answer : answers) {
            assertEquals(422, answer.status());
            assertEquals("prompt_rejected", answer.errorCode());
            assertEquals("false", answer.headers().get("x-should-retry"));
        }
        assertEquals(CALLS - 1, replayed(answers));
        assertEquals(1, upstream.calls());
        assertEquals(10, pixapi.credits(key).number("available"));
    }

    @ParameterizedTest
    @ValueSource(strings = {SYNC, ASYNC})
    void anotherBodyIsRefusedWhateverBecameOfTheFirst(String path) {
        var first = ask(path, ORDER);
        var other = Map.of("model", "gpt-image-2", "quality", "low", "prompt", "an egret");
        assertReused(ask(path, other));
        ended(path, first);
        assertReused(ask(path, other));
        assertOneTask(id(path, first));
    }

    /** The same members in another order are the same body. */
    @Test
    void aBodyIsTheSameByItsMeaning() {
        var first = ask(SYNC, new TreeMap<>(ORDER));
        var again = ask(SYNC, new TreeMap<>(ORDER).descendingMap());
        assertEquals(1, replayed(List.of(first, again)));
        assertArrayEquals(first.body(), again.body());
    }

    @ParameterizedTest
    @ValueSource(strings = {SYNC, ASYNC})
    void afterItsCompletionTheAnswerIsGivenAgain(String path) {
        var task = ended(path, ask(path, ORDER));
        var again = ask(path, ORDER);
        assertReplayed(again);
        assertEquals("completed", task.string("status"));
        assertEquals(task.object("result").objects("data").getFirst().string("url"), url(again));
        assertOneTask(task.string("id"));
    }

    @Test
    void aFailureIsGivenAgainAndIsNotToBeRetried() {
        upstream.behave(exchange -> exchange.answer(UpstreamAnswer.refusal(503, Map.of())));
        var first = ask(SYNC, ORDER);
        var calls = upstream.calls();
        var again = ask(SYNC, ORDER);

        assertEquals(503, first.status());
        // With a new key: this one is used up.
        assertEquals("true", first.headers().get("x-should-retry"));
        assertReplayed(again);
        assertEquals(503, again.status());
        assertEquals(first.errorCode(), again.errorCode());
        assertEquals("false", again.headers().get("x-should-retry"));
        assertEquals(calls, upstream.calls());
        assertEquals(10, pixapi.credits(key).number("available"));
    }

    @Test
    void aFailedTaskIsGivenAgainAsItStands() {
        refuse();
        var task = ended(ASYNC, ask(ASYNC, ORDER));
        var again = ask(ASYNC, ORDER);
        assertEquals("failed", task.string("status"));
        assertReplayed(again);
        assertEquals(202, again.status());
        assertEquals(task.values(), again.json().values());
        assertEquals(1, upstream.calls());
    }

    @ParameterizedTest
    @ValueSource(strings = {SYNC, ASYNC})
    void aReplayNeedsNoCredits(String path) {
        var poor = pixapi.liveKey(1);
        var first = ask(poor, path, ORDER);
        pixapi.await(poor, id(path, first));
        assertEquals(0, pixapi.credits(poor).number("available"));
        var again = ask(poor, path, ORDER);
        assertReplayed(again);
        assertEquals(id(path, first), id(path, again));
    }

    @Test
    void whatOpenedNoTaskLeavesTheKeyFree() {
        var poor = pixapi.provision("live", 0, Map.of()).string("key");
        assertEquals(402, ask(poor, SYNC, ORDER).status());
        assertEquals(402, ask(poor, SYNC, ORDER).status());
        // The body may be another one, too.
        var dear = Map.of("model", "gpt-image-2", "quality", "high", "prompt", "a heron");
        assertEquals(402, ask(key, SYNC, dear).status());
        var cheap = ask(key, SYNC, ORDER);
        assertEquals(200, cheap.status());
        assertOneTask(cheap.json().string("task_id"));
    }

    @ParameterizedTest
    @ValueSource(strings = {SYNC, ASYNC})
    void whenItsMediaAreGoneItIsNeitherMadeNorChargedAgain(String path) {
        var task = ended(path, ask(path, ORDER));
        pixapi.delete("/v1/tasks/" + task.string("id") + "/media", key);
        var again = ask(path, ORDER);
        assertReplayed(again);
        if (path.equals(SYNC)) {
            assertEquals(410, again.status());
            assertEquals("media_deleted", again.errorCode());
            assertEquals("false", again.headers().get("x-should-retry"));
        } else {
            assertEquals(202, again.status());
            assertEquals("deleted", again.json().object("images").string("media"));
        }
        assertOneTask(task.string("id"));
    }

    @ParameterizedTest
    @ValueSource(strings = {SYNC, ASYNC})
    void aKeyBelongsToOneAccount(String path) {
        var other = pixapi.liveKey(10);
        var mine = ended(path, ask(key, path, ORDER));
        var theirs = ask(other, path, ORDER);
        assertFalse(theirs.headers().containsKey("idempotent-replayed"));
        assertNotEquals(mine.string("id"), id(path, theirs));
        pixapi.await(other, id(path, theirs));
        assertEquals(1, pixapi.credits(other).number("spent"));
        assertEquals(1, pixapi.credits(key).number("spent"));
    }

    /** A client may change its API key between two attempts. */
    @Test
    void anotherKeyOfTheAccountIsTheSameAccount() {
        var account = Map.<String, Object>of("mode", "live", "account", "two-keys");
        var order = new HashMap<>(account);
        order.put("grant", Map.of("id", "g", "credits", 10));
        order.put("key", Map.of());
        var one = pixapi.invoke("Provision", order).string("key");
        var two = pixapi.invoke("Provision", order).string("key");
        assertEquals(200, ask(one, SYNC, ORDER).status());
        assertReplayed(ask(two, SYNC, ORDER));
        assertEquals(1, pixapi.credits(two).number("spent"));
    }

    private Answer ask(String path, Map<String, ?> order) {
        return ask(key, path, order);
    }

    private Answer ask(String by, String path, Map<String, ?> order) {
        return pixapi.post(path, by, order, "Idempotency-Key", "once");
    }

    private void refuse() {
        var refusal = UpstreamAnswer.refusal(400, Map.of("code", "moderation_blocked"));
        upstream.behave(exchange -> exchange.answer(refusal));
    }

    /** The task when it has ended. */
    private Fields ended(String path, Answer answer) {
        return pixapi.await(key, id(path, answer));
    }

    private static String id(String path, Answer answer) {
        return answer.json().string(path.equals(SYNC) ? "task_id" : "id");
    }

    /** Of the one image of an answer. */
    private static String url(Answer answer) {
        var json = answer.json();
        var images = json.has("result") ? json.object("result") : json;
        return images.objects("data").getFirst().string("url");
    }

    private static Map<String, Object> still(Fields task) {
        var still = new HashMap<>(task.values());
        still.keySet().removeAll(MOVING);
        return still;
    }

    private static long replayed(List<Answer> answers) {
        return answers.stream()
                .filter(answer -> "true".equals(answer.headers().get("idempotent-replayed")))
                .count();
    }

    private static void assertReplayed(Answer answer) {
        assertEquals(1, replayed(List.of(answer)));
    }

    private static void assertReused(Answer answer) {
        assertEquals(422, answer.status());
        assertEquals("idempotency_key_reused", answer.errorCode());
        assertEquals("false", answer.headers().get("x-should-retry"));
    }

    /** The account has this task alone, which was paid for once and charged once. */
    private void assertOneTask(String id) {
        var tasks = pixapi.get("/v1/tasks", key).json().objects("data");
        assertEquals(List.of(id), tasks.stream().map(task -> task.string("id")).toList());
        assertEquals(1, upstream.calls());
        var credits = pixapi.credits(key);
        assertEquals(1, credits.number("spent"));
        assertEquals(9, credits.number("available"));
    }

    private static List<Answer> atOnce(Callable<Answer> call) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = new ArrayList<Answer>();
            for (var done : threads.invokeAll(Collections.nCopies(CALLS, call))) {
                answers.add(done.get());
            }
            return answers;
        }
    }
}
