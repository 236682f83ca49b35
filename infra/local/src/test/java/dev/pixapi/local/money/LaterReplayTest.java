package dev.pixapi.local.money;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pixapi.json.Fields;
import dev.pixapi.local.SettableClock;
import dev.pixapi.local.TestingSystem;
import dev.pixapi.local.TestingSystem.Answer;
import dev.pixapi.local.upstream.Images;
import dev.pixapi.local.upstream.UpstreamAnswer;
import dev.pixapi.local.upstream.UpstreamDouble;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** What an Idempotency-Key promises after a restart, and when images are past their days. */
class LaterReplayTest {
    private static final String SYNC = "/v1/images/generations";
    private static final String ASYNC = "/v1/async/images/generations";

    /** A credit. */
    private static final Map<String, Object> ORDER =
            Map.of("model", "gpt-image-2", "quality", "low", "prompt", "a heron");

    private final UpstreamDouble upstream = UpstreamDouble.start();

    @TempDir private Path data;

    @AfterEach
    void stop() {
        upstream.close();
    }

    @Test
    void anAnswerIsTheSameAfterARestart() {
        String key;
        Fields first;
        try (var pixapi = start()) {
            key = pixapi.liveKey(10);
            first = ask(pixapi, SYNC, key).json();
        }
        try (var pixapi = start()) {
            var again = ask(pixapi, SYNC, key);
            assertReplayed(again);
            assertEquals(200, again.status());
            assertEquals(first.string("task_id"), again.json().string("task_id"));
            assertEquals(first.number("created"), again.json().number("created"));
            assertEquals(200, pixapi.image(url(again.json())).status());
            assertChargedOnce(pixapi, key);
        }
    }

    @Test
    void aTaskIsTheSameAfterARestart() {
        String key;
        Fields first;
        try (var pixapi = start()) {
            key = pixapi.liveKey(10);
            first = pixapi.await(key, ask(pixapi, ASYNC, key).json().string("id"));
        }
        try (var pixapi = start()) {
            var again = ask(pixapi, ASYNC, key);
            assertReplayed(again);
            assertEquals(202, again.status());
            for (var field : new String[] {"id", "status", "completed_at", "credits"}) {
                assertEquals(first.values().get(field), again.json().values().get(field), field);
            }
            assertEquals(200, pixapi.image(url(again.json().object("result"))).status());
            assertChargedOnce(pixapi, key);
        }
    }

    @Test
    void aFailureIsTheSameAfterARestart() {
        var refusal = UpstreamAnswer.refusal(400, Map.of("code", "moderation_blocked"));
        upstream.behave(exchange -> exchange.answer(refusal));
        String key;
        try (var pixapi = start()) {
            key = pixapi.liveKey(10);
            assertEquals(422, ask(pixapi, SYNC, key).status());
        }
        try (var pixapi = start()) {
            var again = ask(pixapi, SYNC, key);
            assertReplayed(again);
            assertEquals(422, again.status());
            assertEquals("prompt_rejected", again.errorCode());
            assertEquals("false", again.headers().get("x-should-retry"));
            assertEquals(1, upstream.calls());
            assertEquals(10, pixapi.credits(key).number("available"));
        }
    }

    /** It may be paid for twice then, since nobody knows what became of the first call. */
    @Test
    void whatRanAtTheStopIsJoinedAfterTheRestart() throws Exception {
        var arrived = new CountDownLatch(1);
        upstream.behave(
                exchange -> {
                    exchange.request();
                    arrived.countDown();
                    exchange.awaitEnd();
                });
        String key;
        String id;
        try (var pixapi = start()) {
            key = pixapi.liveKey(10);
            id = ask(pixapi, ASYNC, key).json().string("id");
            arrived.await();
        }
        upstream.behave(Images.asAsked());
        try (var pixapi = start()) {
            var again = ask(pixapi, ASYNC, key);
            assertReplayed(again);
            assertEquals(id, again.json().string("id"));
            assertEquals("completed", ended(pixapi, key, id).string("status"));
            assertChargedOnce(pixapi, key);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {SYNC, ASYNC})
    void imagesThatArePastTheirDaysAreNeitherMadeNorChargedAgain(String path) {
        var clock = new SettableClock();
        try (var pixapi = TestingSystem.start(upstream.settings(), clock)) {
            var key = pixapi.liveKey(10);
            var first = ask(pixapi, path, key).json();
            pixapi.await(key, first.string(path.equals(SYNC) ? "task_id" : "id"));
            clock.advance(Duration.ofDays(30).plusMinutes(1));

            var again = ask(pixapi, path, key);
            assertReplayed(again);
            if (path.equals(SYNC)) {
                assertEquals(410, again.status());
                assertEquals("media_expired", again.errorCode());
                assertEquals("false", again.headers().get("x-should-retry"));
            } else {
                assertEquals(202, again.status());
                assertEquals("completed", again.json().string("status"));
                assertEquals("expired", again.json().object("images").string("media"));
            }
            assertChargedOnce(pixapi, key);
        }
    }

    private TestingSystem start() {
        return TestingSystem.start(
                data,
                upstream.settings(
                        "PIXAPI_LEASE_SECONDS", "0.6",
                        "PIXAPI_HEARTBEAT_SECONDS", "0.2",
                        "PIXAPI_RESEND_SECONDS", "0.3"));
    }

    private static Answer ask(TestingSystem pixapi, String path, String key) {
        return pixapi.post(path, key, ORDER, "Idempotency-Key", "once");
    }

    private static String url(Fields images) {
        return images.objects("data").getFirst().string("url");
    }

    /** Sweeps as the schedule would; 20 s at most. */
    private static Fields ended(TestingSystem pixapi, String key, String id) throws Exception {
        for (var i = 0; i < 100; i++) {
            var task = pixapi.get("/v1/tasks/" + id, key).json();
            if (task.has("completed_at")) {
                return task;
            }
            pixapi.invoke("Sweeper", Map.of());
            Thread.sleep(200);
        }
        throw new AssertionError(id + " did not end");
    }

    private static void assertReplayed(Answer answer) {
        assertEquals("true", answer.headers().get("idempotent-replayed"));
    }

    private void assertChargedOnce(TestingSystem pixapi, String key) {
        assertEquals(1, upstream.calls());
        assertEquals(1, pixapi.get("/v1/tasks", key).json().objects("data").size());
        var credits = pixapi.credits(key);
        assertEquals(1, credits.number("spent"));
        assertEquals(9, credits.number("available"));
    }
}
