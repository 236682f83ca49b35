package dev.pixapi.local.badinput;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pixapi.local.TestingSystem;
import dev.pixapi.local.TestingSystem.Answer;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;

/** Paths, methods, queries and headers that are wrong. */
@ExtendWith(OneSystem.class)
class RequestsTest {
    private static final int CREDITS = 100;
    private static final String UNKNOWN_TASK = "task_01ARZ3NDEKTSV4RRFFQ69G5FAV";
    private static final String SOUND = "{\"model\": \"gpt-image-1.5\", \"prompt\": \"[reject]\"}";

    private static TestingSystem system;

    private final Caller caller = Caller.of(system, CREDITS);

    @BeforeAll
    static void use(TestingSystem shared) {
        system = shared;
    }

    @ParameterizedTest
    @CsvSource({
        "PUT, /v1/models",
        "POST, /v1/models",
        "DELETE, /v1/models/gpt-image-2",
        "GET, /v1/images/generations",
        "PATCH, /v1/images/generations",
        "OPTIONS, /v1/images/generations",
        "GET, /v1/async/images/generations",
        "GET, /v1/quotes",
        "POST, /v1/credits",
        "GET, /v1/tasks/task_01ARZ3NDEKTSV4RRFFQ69G5FAV/cancel",
        "DELETE, /v1/tasks/task_01ARZ3NDEKTSV4RRFFQ69G5FAV",
        "POST, /v1/tasks",
        "GET, /",
        "GET, /v1",
        "GET, /v1/",
        "GET, /v2/models",
        "GET, /models",
        "GET, /V1/models",
        "GET, /v1/models/",
        "GET, /v1//models",
        "GET, /v1/models/gpt-image-2/x",
        "GET, /v1/credits/entry",
        "GET, /v1/tasks/a/b",
        "POST, /v1/images/generations/",
        "POST, /v1/images",
        "GET, /.env",
        "GET, /v1/%2e%2e/models",
    })
    void anUnknownRouteOrMethodIsNotFound(String method, String path) {
        var body = BodyPublishers.ofString(SOUND);
        var refusal = Refusal.of(404, "route_not_found");
        refusal.assertIn(system.send(system.request(path, caller.key()).method(method, body)));
        refusal.assertIn(system.send(plain(path).method(method, body)));
        caller.assertUntouched(CREDITS);
    }

    @Test
    void headOfAnUnknownRouteIsNotFoundToo() {
        var head = BodyPublishers.noBody();
        var answer = system.send(system.request("/v3/x", caller.key()).method("HEAD", head));
        assertEquals(404, answer.status());
        assertTrue(answer.headers().get("x-request-id").startsWith("req_"));
    }

    @Test
    void aForeignTaskAndAnUnknownOneAreAlikeToTheLastByte() {
        var owner = Caller.of(system, CREDITS);
        var foreign = owner.post("/v1/async/images/generations", SOUND).json().string("id");
        var refusal = Refusal.of(404, "task_not_found");
        var expected = anonymous(caller.get("/v1/tasks/" + UNKNOWN_TASK));
        for (var id :
                new String[] {UNKNOWN_TASK, foreign, "task_x", "x", "%00", "%F0%9F", "..%2f"}) {
            for (var answer :
                    new Answer[] {
                        caller.get("/v1/tasks/" + id),
                        caller.get("/v1/tasks/" + id + "?wait=25"),
                        caller.post("/v1/tasks/" + id + "/cancel", "")
                    }) {
                refusal.assertIn(answer);
                assertArrayEquals(anonymous(answer), expected);
            }
        }
        assertEquals(
                foreign, system.await(owner.key(), foreign).string("id"), "its owner still has it");
    }

    @Test
    void aTaskThatHasEndedCannotBeCanceled() {
        var id = caller.post("/v1/async/images/generations", SOUND).json().string("id");
        system.await(caller.key(), id);
        Refusal.of(409, "not_cancelable").assertIn(caller.post("/v1/tasks/" + id + "/cancel", ""));
        caller.assertUntouched(CREDITS);
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/tasks/" + UNKNOWN_TASK + "?wait=26, wait",
        "/v1/tasks/" + UNKNOWN_TASK + "?wait=-1, wait",
        "/v1/tasks/" + UNKNOWN_TASK + "?wait=x, wait",
        "/v1/tasks/" + UNKNOWN_TASK + "?wait=, wait",
        "/v1/tasks/" + UNKNOWN_TASK + "?wait=1.5, wait",
        "/v1/tasks/" + UNKNOWN_TASK + "?wait=99999999999, wait",
        "/v1/tasks?limit=0, limit",
        "/v1/tasks?limit=101, limit",
        "/v1/tasks?limit=-1, limit",
        "/v1/tasks?limit=x, limit",
        "/v1/tasks?limit=, limit",
        "/v1/tasks?limit=1e1, limit",
        "/v1/tasks?limit=+5, limit",
        "/v1/tasks?limit=%D9%A1, limit",
        "/v1/tasks?after=unknown, after",
        "/v1/tasks?after=, after",
        "/v1/tasks?after=" + UNKNOWN_TASK + ", after",
        "/v1/tasks?status=unknown, status",
        "/v1/tasks?status=COMPLETED, status",
        "/v1/tasks?status=, status",
        "/v1/credits/entries?limit=0, limit",
        "/v1/credits/entries?limit=101, limit",
        "/v1/credits/entries?after=unknown, after",
        "/v1/credits/entries?after=, after",
        "/v1/credits/entries?after=entry_1, after",
    })
    void aWrongQueryParameterIsNamed(String path, String param) {
        Refusal.of(400, "invalid_value", param).assertIn(caller.get(path));
    }

    @Test
    void aForeignTaskIsNoPlaceToBeginAList() {
        var owner = Caller.of(system, CREDITS);
        var foreign = owner.post("/v1/async/images/generations", SOUND).json().string("id");
        Refusal.of(400, "invalid_value", "after")
                .assertIn(caller.get("/v1/tasks?after=" + foreign));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?x=y",
                "?limit=5&x=%2525",
                "?",
                "?&&=",
                "?model=no-such-model",
                "?x=%F0%9F%A6%8A"
            })
    void aQueryThatMeansNothingDoesNoHarm(String query) {
        assertEquals(0, caller.get("/v1/tasks" + query).json().objects("data").size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"no-such-model", "GPT-IMAGE-2", "gpt-image-2%20", "%00", "..%2f", "%F0%9F"})
    void anUnknownModelIsNotFound(String id) {
        Refusal.of(404, "model_not_found").assertIn(caller.get("/v1/models/" + id));
    }

    @Test
    void anIdempotencyKeyThatIsEmptyOrTooLongIsNamed() {
        var refusal = Refusal.of(400, "invalid_value", "Idempotency-Key");
        for (var path : Caller.PATHS.subList(0, 2)) {
            for (var key : new String[] {"", "k".repeat(256), "k".repeat(5_000)}) {
                refusal.assertIn(caller.post(path, SOUND, "Idempotency-Key", key));
            }
        }
        caller.assertUntouched(CREDITS);
    }

    @Test
    void anIdempotencyKeyOfAnotherRequestIsRefused() {
        var key = "k".repeat(255);
        caller.post("/v1/images/generations", SOUND, "Idempotency-Key", key);
        var other = SOUND.replace("[reject]", "[reject] again");
        var refusal = Refusal.of(422, "idempotency_key_reused", "Idempotency-Key");
        refusal.assertIn(caller.post("/v1/images/generations", other, "Idempotency-Key", key));
        refusal.assertIn(
                caller.post("/v1/async/images/generations", SOUND, "Idempotency-Key", key));
        caller.assertUntouched(CREDITS);
    }

    @Test
    void tooFewCreditsAreNamedAndNothingIsHeld() {
        var poor = Caller.of(system, 3);
        var body = SOUND.replace("}", ", \"n\": 2}");
        for (var path : Caller.PATHS.subList(0, 2)) {
            var answer = poor.post(path, body);
            Refusal.of(402, "insufficient_credits").assertIn(answer);
            var message = answer.json().object("error").string("message");
            assertTrue(message.contains(" 8 ") && message.contains(" 3 "), message);
        }
        poor.assertUntouched(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/media/", "/media/images/", "/media/images/x.png", "/media/tasks/x/request.json",
                "/media/images/../tasks/x", "/media/images/%2e%2e/%2e%2e/x", "/media/%00", "/media"
            })
    void whatIsNoImageIsNotFound(String path) {
        assertEquals(404, system.send(plain(path).GET()).status());
        assertEquals(404, system.send(plain(path).PUT(BodyPublishers.ofString("x"))).status());
    }

    private static HttpRequest.Builder plain(String path) {
        return HttpRequest.newBuilder(system.url().resolve(path));
    }

    /** The body without its request id. */
    private static byte[] anonymous(Answer answer) {
        var id = answer.json().object("error").string("request_id");
        var text = new String(answer.body(), StandardCharsets.UTF_8);
        return text.replace(id, "req_").getBytes(StandardCharsets.UTF_8);
    }
}
