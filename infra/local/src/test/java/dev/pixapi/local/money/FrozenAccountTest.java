package dev.pixapi.local.money;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pixapi.json.Fields;
import dev.pixapi.lambda.blueprint.Resources;
import dev.pixapi.local.TestingSystem;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An account whose books are under doubt: nothing new is held, and only its operator mends it. */
class FrozenAccountTest {
    private static final Map<String, Object> BODY =
            Map.of("model", "nano-banana-2-512", "prompt", "in the cold");

    private static TestingSystem pixapi;

    private final Fields account = pixapi.provision("test", 100);
    private final String key = account.string("key");

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
    void nothingNewIsBegunAndNothingIsHeld(String path) {
        freeze();
        var refused = pixapi.post(path, key, BODY);
        assertEquals(403, refused.status());
        assertEquals("account_frozen", refused.errorCode());
        assertEquals("forbidden", refused.json().object("error").string("type"));
        assertEquals("false", refused.headers().get("x-should-retry"));
        assertEquals(0, pixapi.credits(key).number("held"));
        assertEquals(100, pixapi.credits(key).number("available"));
        assertEquals(List.of(), pixapi.get("/v1/tasks", key).json().objects("data"));
    }

    /** Its reason is the operator's, and none of the caller's business. */
    @Test
    void theReasonIsNotShownToTheCaller() {
        freeze();
        var error = pixapi.generate(key, BODY).json().object("error").string("message");
        assertFalse(error.contains("do not add up"), error);
    }

    @Test
    void everythingIsReadAsEver() {
        var task = pixapi.generate(key, BODY).json().string("task_id");
        freeze();
        for (var path :
                List.of(
                        "tasks",
                        "tasks/" + task,
                        "tasks/" + task + "/charge",
                        "credits",
                        "credits/entries",
                        "models")) {
            assertEquals(200, pixapi.get("/v1/" + path, key).status(), path);
        }
    }

    @Test
    void aRepeatOfWhatWasMadeBeforeIsAnswered() {
        var once = new String[] {"Idempotency-Key", "once"};
        var made = pixapi.generate(key, BODY, once).json();
        freeze();
        var again = pixapi.generate(key, BODY, once);
        assertEquals(200, again.status());
        assertEquals(made.string("task_id"), again.json().string("task_id"));
    }

    @Test
    void whatRunsGoesOnAndIsSettledAndRefunded() {
        var slow = Map.of("model", "nano-banana-2-512", "prompt", "[slow 1s] under way");
        var task = pixapi.submit(key, slow).json().string("id");
        freeze();
        assertEquals("completed", pixapi.await(key, task).string("status"));
        assertEquals(4, pixapi.credits(key).number("spent"));
        assertEquals(0, pixapi.credits(key).number("held"));
        var refunded = correct("refund", Map.of("task", task, "id", "cold"));
        assertEquals("refunded", refunded.string("outcome"));
        assertEquals(100, pixapi.credits(key).number("available"));
    }

    @Test
    void anAccountThatIsUnfrozenWorksAgain() {
        freeze();
        var thawed = correct("unfreeze", true);
        assertEquals("unfrozen", thawed.string("outcome"));
        assertFalse(thawed.has("frozen"));
        assertEquals("not_frozen", correct("unfreeze", true).string("outcome"));
        assertEquals(200, pixapi.generate(key, BODY).status());
    }

    @Test
    void anAccountWhoseRowCannotBeReadIsFrozenAllTheSame() {
        update("REMOVE spent", Map.of());
        var order = Map.<String, Object>of("freeze", "no word of what was spent");
        assertTrue(pixapi.fault("Correct", order(order)).contains("cannot be read"));
        var row = dynamoDb().getItem(get -> get.tableName(table()).key(row())).item();
        assertEquals("no word of what was spent", row.get("frozen").s());
    }

    @Test
    void anAccountThatIsNotThereIsNotFrozen() {
        var order = Map.<String, Object>of("mode", "live", "freeze", "of one of the same name");
        var fault = pixapi.fault("Correct", order(order));
        assertTrue(fault.startsWith("Correct failed: account: there is no account live:"), fault);
    }

    @Test
    void theFirstReasonStays() {
        freeze();
        assertEquals("the books do not add up", correct("freeze", "another").string("frozen"));
    }

    @Test
    void anAccountIsAdjustedOnlyWhileItIsFrozen() {
        var answer = adjust("early", "granted", 1, "available", 1);
        assertEquals("not_frozen", answer.string("outcome"));
        assertEquals(100, pixapi.credits(key).number("granted"));
    }

    @Test
    void whatAHandHasBrokenAnAdjustmentPutsRight() throws InterruptedException {
        breakSpent();
        assertFalse(row(correct("freeze", "again")).flag("adds_up", true));

        var adjusted = adjust("ticket-18", "spent", new BigDecimal("-7.5"));
        assertEquals("adjusted", adjusted.string("outcome"));
        assertTrue(row(adjusted).flag("adds_up", false));
        correct("unfreeze", true);
        assertEquals(200, pixapi.generate(key, BODY).status());
        assertEquals(4, pixapi.credits(key).number("spent"));
    }

    @Test
    void anAdjustmentIsMadeOnceForItsIdAndIsAnEntry() {
        freeze();
        adjust("ticket-19", "available", new BigDecimal("-1.5"), "spent", new BigDecimal("1.5"));
        var again = adjust("ticket-19", "available", 50);
        assertEquals("adjusted_before", again.string("outcome"));
        assertEquals(new BigDecimal("-1.5"), again.object("changes").decimal("available"));
        assertEquals(new BigDecimal("98.5"), pixapi.credits(key).decimal("available"));

        var entries = pixapi.get("/v1/credits/entries", key).json().objects("data");
        assertEquals(2, entries.size());
        var entry = entries.getFirst();
        assertEquals("adjust", entry.string("type"));
        assertEquals("ticket-19", entry.string("adjustment_id"));
        assertEquals(0, entry.number("credits"));
        assertEquals(
                "{available=-1.5, held=0, spent=1.5, granted=0, expired=0, refunded=0}",
                entry.object("changes").values().toString());
    }

    @Test
    void ofASpreadAccountEveryRowIsFrozenAndEachIsAdjustedByItself() {
        var spread = correct("shards", 4);
        assertEquals("resharded", spread.string("outcome"));
        assertEquals(4, spread.objects("shards").size());
        freeze();
        var adjusted = adjust("ticket-20", "shard", 3, "available", 2, "granted", 2);
        assertEquals("adjusted", adjusted.string("outcome"));
        assertEquals(2, adjusted.objects("shards").getLast().number("available"));
        assertEquals(100, row(adjusted).number("available"));
        assertEquals(102, adjusted.object("balance").number("available"));
        assertTrue(adjusted.objects("shards").stream().allMatch(r -> r.flag("adds_up", false)));
    }

    @Test
    void noCounterIsAdjustedBelowNothing() {
        freeze();
        assertEquals("below_nothing", adjust("deep", "held", -1).string("outcome"));
        assertEquals(0, pixapi.credits(key).number("held"));
    }

    private void freeze() {
        var frozen = correct("freeze", "the books do not add up");
        assertEquals("frozen", frozen.string("outcome"));
        assertEquals("the books do not add up", frozen.string("frozen"));
    }

    /**
     * @param changes names of counters and credits in turn
     */
    private Fields adjust(String id, Object... changes) {
        var order = new HashMap<String, Object>(Map.of("id", id));
        for (var i = 0; i < changes.length; i += 2) {
            order.put((String) changes[i], changes[i + 1]);
        }
        return correct("adjust", order);
    }

    private Fields correct(String what, Object correction) {
        return pixapi.invoke("Correct", order(Map.of(what, correction)));
    }

    private Map<String, Object> order(Map<String, Object> correction) {
        var order = new HashMap<String, Object>();
        order.put("mode", "test");
        order.put("account", account.string("account"));
        order.putAll(correction);
        return order;
    }

    private static Fields row(Fields answer) {
        return answer.objects("shards").getFirst();
    }

    /**
     * By 7.5 credits, as a hand in the console may; the watcher finds it before it is put right.
     */
    private void breakSpent() throws InterruptedException {
        update("SET spent = :spent", Map.of(":spent", AttributeValue.fromN("7500000")));
        for (var i = 0; i < 300 && !isFrozen(); i++) {
            Thread.sleep(100);
        }
        assertTrue(isFrozen(), "nobody has noticed");
    }

    private boolean isFrozen() {
        return dynamoDb()
                .getItem(get -> get.tableName(table()).key(row()).consistentRead(true))
                .item()
                .containsKey("frozen");
    }

    private void update(String expression, Map<String, AttributeValue> values) {
        dynamoDb()
                .updateItem(
                        update -> {
                            update.tableName(table()).key(row()).updateExpression(expression);
                            if (!values.isEmpty()) {
                                update.expressionAttributeValues(values);
                            }
                        });
    }

    private Map<String, AttributeValue> row() {
        return Map.of(
                "account", AttributeValue.fromS("test:" + account.string("account")),
                "shard", AttributeValue.fromN("0"));
    }

    private static DynamoDbClient dynamoDb() {
        return pixapi.system().servers().dynamoDb();
    }

    private static String table() {
        return pixapi.system().resources().nameOf(Resources.ACCOUNTS);
    }
}
