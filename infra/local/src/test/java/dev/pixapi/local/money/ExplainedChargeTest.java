package dev.pixapi.local.money;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pixapi.json.Fields;
import dev.pixapi.json.Json;
import dev.pixapi.lambda.blueprint.Resources;
import dev.pixapi.local.SettableClock;
import dev.pixapi.local.TestingSystem;
import dev.pixapi.local.upstream.Images;
import dev.pixapi.local.upstream.Manifests;
import dev.pixapi.local.upstream.Misbehaviours;
import dev.pixapi.local.upstream.UpstreamAnswer;
import dev.pixapi.local.upstream.UpstreamDouble;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import software.amazon.awssdk.core.sync.RequestBody;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What GET /v1/tasks/{id}/charge tells, and the operator's function of the same. */
class ExplainedChargeTest {
    private static UpstreamDouble upstream;
    private static TestingSystem pixapi;

    @BeforeAll
    static void start() {
        upstream = UpstreamDouble.start();
        var both = new HashMap<>(upstream.settings());
        both.putAll(upstream.azure());
        pixapi = TestingSystem.start(both);
    }

    @AfterAll
    static void stop() {
        pixapi.close();
        upstream.close();
    }

    private final String key = pixapi.liveKey(100);

    @BeforeEach
    void behave() {
        upstream.behave(Images.asAsked());
    }

    @Test
    void everyPartOfAChargeIsThere() {
        upstream.behave(Images.count(1));
        var task = task(generate(2));

        var charge = charge(task.string("id"));

        assertEquals(
                List.of(
                        "object",
                        "task_id",
                        "status",
                        "model",
                        "endpoint",
                        "price",
                        "credits",
                        "attempts",
                        "entries",
                        "created_at",
                        "started_at",
                        "completed_at"),
                List.copyOf(charge.values().keySet()));
        assertEquals("task.charge", charge.string("object"));
        for (var same :
                List.of("status", "model", "endpoint", "created_at", "started_at", "completed_at")) {
            assertEquals(task.values().get(same), charge.values().get(same), same);
        }
        assertEquals(
                Map.of("per_image", 4, "n", 2, "delivered", 1, "version", priceVersion()),
                charge.object("price").values());
        assertEquals(
                Map.of("held", 0, "hold", 8, "charged", 4, "refunded", 0, "at_risk", 0),
                charge.object("credits").values());
        assertEquals(entries("settle"), charge.values().get("entries"));
    }

    private String priceVersion() {
        return pixapi.post("/v1/quotes", key, order(1)).json().string("price_version");
    }

    @Test
    void anAttemptNamesTheProvidersRequest() {
        var exchange = exchanges(charge(generate(1))).getFirst();
        assertEquals(
                List.of("provider", "model", "outcome", "request_id", "began_at", "took_ms"),
                List.copyOf(exchange.values().keySet()));
        assertEquals("openai", exchange.string("provider"));
        assertEquals("gpt-image-2", exchange.string("model"));
        assertEquals("images", exchange.string("outcome"));
        assertEquals("req_" + UpstreamAnswer.SECRET, exchange.string("request_id"));
    }

    /** In which they were made; the first was free. */
    @Test
    void attemptsOnTwoRoutesStandInTheirOrder() {
        upstream.behave(
                exchange -> {
                    var openAi = exchange.request().line().startsWith("POST /v1/");
                    (openAi ? Misbehaviours.refuses(429, Map.of()) : Images.asAsked())
                            .serve(exchange);
                });
        var charge = charge(generate(1));
        assertEquals(1, charge.object("attempts").number("recorded"));
        assertEquals(
                List.of("openai unavailable", "azure images"),
                exchanges(charge).stream()
                        .map(e -> e.string("provider") + " " + e.string("outcome"))
                        .toList());
    }

    @Test
    void nothingOfTheProvidersWordsIsShown() {
        upstream.behave(Misbehaviours.refuses(500, Map.of()));
        pixapi.generate(key, order(1));
        var charge = charge(newest());
        assertEquals("unavailable", exchanges(charge).getFirst().string("outcome"));
        exchanges(charge).forEach(exchange -> exchange.values().remove("request_id"));
        var shown = Json.write(charge.values()).replace("req_" + UpstreamAnswer.SECRET, "");
        assertTrue(!shown.contains(UpstreamAnswer.SECRET) && !shown.contains("500"), shown);
    }

    /** It settles from what is stored; whether it was that run which failed behind it. */
    @Test
    void aRunThatLeftBothItsRecordsIsListedOnce() {
        var id = generate(1);
        var manifest = Manifests.of(pixapi, id);
        var folder = "tasks/30d/" + id + "/" + mediaToken(id) + "/";
        var same = Map.of("exchanges", manifest.values().get("exchanges"));
        put(folder + "exchanges-1.json", same);
        assertEquals(1, exchanges(charge(id)).size());
        assertEquals(1, charge(id).object("attempts").number("recorded"));
    }

    @Test
    void withItsMediaTheRecordsOfTheAttemptsAreGoneAndTheRestStays() {
        var id = generate(1);
        var before = charge(id);
        pixapi.delete("/v1/tasks/" + id + "/media", key);
        var after = charge(id);
        assertEquals(1, after.object("attempts").number("count"));
        assertNull(after.object("attempts").values().get("recorded"));
        assertEquals(List.of(), exchanges(after));
        before.values().remove("attempts");
        after.values().remove("attempts");
        assertEquals(before, after);
    }

    @Test
    void aManifestThatTheStoreRemovedEarlyTookItsRecordAlong() {
        var id = generate(1);
        var s3 = pixapi.system().servers().s3();
        var manifest = "tasks/30d/" + id + "/" + mediaToken(id) + "/manifest.json";
        s3.deleteObject(delete -> delete.bucket(bucket()).key(manifest));
        assertNull(charge(id).object("attempts").values().get("recorded"));
    }

    /** By the time alone: a store may be late to remove them. */
    @Test
    void pastItsDaysAFailedTaskHasNoRecordsEither() {
        var clock = new SettableClock();
        try (var later = TestingSystem.start(clock)) {
            var caller = later.testKey(10);
            later.generate(caller, Map.of("model", "nano-banana-2-512", "prompt", "[timeout]"));
            var task = later.get("/v1/tasks", caller).json().objects("data").getFirst();
            var path = "/v1/tasks/" + task.string("id") + "/charge";
            var before = later.get(path, caller).json();
            assertEquals("unknown", exchanges(before).getFirst().string("outcome"));
            clock.advance(Duration.ofDays(31));
            var after = later.get(path, caller).json().object("attempts");
            assertNull(after.values().get("recorded"));
            assertEquals(List.of(), after.objects("exchanges"));
        }
    }

    @Test
    void aTaskOfAnotherAccountAndNoneAtAllAreAlike() {
        var id = generate(1);
        var other = pixapi.liveKey(0);
        var foreign = pixapi.get("/v1/tasks/" + id + "/charge", other);
        assertEquals(404, foreign.status());
        assertEquals("task_not_found", foreign.errorCode());
        for (var none : List.of("task_00000000000000000000000000", "nonsense")) {
            var unknown = pixapi.get("/v1/tasks/" + none + "/charge", other).json();
            assertEquals(withoutId(foreign.json()), withoutId(unknown));
        }
    }

    @Test
    void theOperatorReadsTheSameOfAnyAccount() {
        var id = generate(1);
        var explained = pixapi.invoke("ExplainCharge", Map.of("task", id)).values();
        assertEquals("live", explained.remove("mode"));
        assertTrue(String.valueOf(explained.remove("account")).startsWith("account-"));
        assertEquals(charge(id).values(), explained);
    }

    @Test
    void theOperatorIsToldThatThereIsNoSuchTask() {
        for (var none : List.of("task_00000000000000000000000000", "nonsense")) {
            var fault = pixapi.fault("ExplainCharge", Map.of("task", none));
            assertEquals("ExplainCharge failed: task: there is no such task", fault);
        }
    }

    private static Map<String, Object> withoutId(Fields answer) {
        var error = answer.object("error").values();
        error.remove("request_id");
        return error;
    }

    private static Map<String, Object> order(int images) {
        return Map.of("model", "gpt-image-2", "prompt", "a kite", "quality", "medium", "n", images);
    }

    private String generate(int images) {
        var answer = pixapi.generate(key, order(images));
        assertEquals(200, answer.status());
        return answer.json().string("task_id");
    }

    private Fields task(String id) {
        return pixapi.get("/v1/tasks/" + id, key).json();
    }

    private String newest() {
        return pixapi.get("/v1/tasks", key).json().objects("data").getFirst().string("id");
    }

    private Fields charge(String id) {
        var answer = pixapi.get("/v1/tasks/" + id + "/charge", key);
        assertEquals(200, answer.status());
        return answer.json();
    }

    private static List<Fields> exchanges(Fields charge) {
        return charge.object("attempts").objects("exchanges");
    }

    private Object entries(String type) {
        return pixapi.get("/v1/credits/entries", key).json().objects("data").stream()
                .filter(entry -> entry.string("type").equals(type))
                .map(Fields::values)
                .toList();
    }

    private static String mediaToken(String task) {
        return pixapi.system().servers().s3()
                .listObjectsV2(list -> list.bucket(bucket()).prefix("tasks/30d/" + task))
                .contents()
                .getFirst()
                .key()
                .split("/")[3];
    }

    private static void put(String name, Map<String, ?> json) {
        pixapi.system()
                .servers()
                .s3()
                .putObject(
                        put -> put.bucket(bucket()).key(name),
                        RequestBody.fromBytes(Json.bytes(json)));
    }

    private static String bucket() {
        return pixapi.system().resources().nameOf(Resources.MEDIA);
    }
}
