package dev.pixapi.local.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pixapi.json.Fields;
import dev.pixapi.lambda.blueprint.Resources;
import dev.pixapi.lambda.blueprint.Table;
import dev.pixapi.local.SettableClock;
import dev.pixapi.local.TestingSystem;
import dev.pixapi.local.TestingSystem.Answer;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A system whose clock the test sets, and hands that reach past the ledger into its tables. */
final class TestingAudit implements AutoCloseable {
    /** What an image costs, in millionths. */
    static final long PRICE = 4_000_000;

    private static final Map<String, Object> ORDER =
            Map.of("model", "nano-banana-2-512", "prompt", "A heron");

    private final SettableClock clock = new SettableClock();
    private final TestingSystem pixapi = TestingSystem.start(clock);

    /** An account with its key. */
    record Account(String name, String key) {
        String id() {
            return "test:" + name;
        }
    }

    TestingSystem pixapi() {
        return pixapi;
    }

    Account account(int credits) {
        var made = pixapi.provision("test", credits);
        return new Account(made.string("account"), made.string("key"));
    }

    Answer generate(Account account) {
        return pixapi.generate(account.key(), ORDER);
    }

    /** The id of a task of one image, which was charged. */
    String charged(Account account) {
        var answer = generate(account);
        assertEquals(200, answer.status());
        return answer.json().string("task_id");
    }

    /** The id of a task that takes some seconds. */
    String slow(Account account) {
        var order = Map.of("model", "nano-banana-2-512", "prompt", "[slow 3s] A heron");
        return pixapi.submit(account.key(), order).json().string("id");
    }

    /** Until all that is in the book is old enough for the auditor. */
    void settle() {
        pass(Duration.ofMinutes(6));
    }

    void pass(Duration time) {
        clock.advance(time);
    }

    /** As the schedule does. */
    Fields run() {
        return pixapi.invoke("Audit", Map.of());
    }

    /** As an operator does. */
    Fields audit(Account account) {
        return pixapi.invoke("Audit", Map.of("mode", "test", "account", account.name()));
    }

    Fields auditWhole(Account account) {
        return pixapi.invoke(
                "Audit", Map.of("mode", "test", "account", account.name(), "whole", true));
    }

    /** The numbers of the invariants that an audit of the account finds broken. */
    List<Long> broken(Account account) {
        return audit(account).objects("breaks").stream()
                .map(one -> one.number("invariant"))
                .distinct()
                .toList();
    }

    boolean isFrozen(Account account) {
        return row(account).containsKey("frozen");
    }

    /** Twenty seconds at most; the watcher needs less than one. */
    void awaitFrozen(Account account) throws InterruptedException {
        for (var i = 0; i < 200 && !isFrozen(account); i++) {
            Thread.sleep(100);
        }
        assertEquals(true, isFrozen(account), account.name() + " is frozen");
    }

    Map<String, AttributeValue> row(Account account) {
        return row(Resources.ACCOUNTS, accountKey(account));
    }

    Map<String, AttributeValue> taskRow(String task) {
        return row(Resources.TASKS, taskKey(task));
    }

    private Map<String, AttributeValue> row(Table table, Map<String, AttributeValue> key) {
        return new TreeMap<>(
                dynamoDb()
                        .getItem(get -> get.tableName(name(table)).key(key).consistentRead(true))
                        .item());
    }

    /** Adds to a counter, past the ledger. */
    void add(Account account, String counter, long millionths) {
        add(Resources.ACCOUNTS, accountKey(account), counter, millionths);
    }

    void addToTask(String task, String attribute, long millionths) {
        add(Resources.TASKS, taskKey(task), attribute, millionths);
    }

    private void add(
            Table table, Map<String, AttributeValue> key, String attribute, long millionths) {
        var by = AttributeValue.fromN(Long.toString(millionths));
        dynamoDb()
                .updateItem(
                        update ->
                                update.tableName(name(table))
                                        .key(key)
                                        .updateExpression("ADD #name :by")
                                        .expressionAttributeNames(Map.of("#name", attribute))
                                        .expressionAttributeValues(Map.of(":by", by)));
    }

    /** All rows of the account's book, by their ids. */
    List<Map<String, AttributeValue>> book(Account account) {
        return dynamoDb()
                .query(
                        query ->
                                query.tableName(name(Resources.ENTRIES))
                                        .keyConditionExpression("account = :account")
                                        .expressionAttributeValues(
                                                Map.of(":account", text(account.id()))))
                .items();
    }

    /** The row of the settlement of a task. */
    Map<String, AttributeValue> settlement(Account account, String task) {
        return book(account).stream()
                .filter(row -> text(task).equals(row.get("reference")))
                .findFirst()
                .map(HashMap::new)
                .orElseThrow();
    }

    void put(Table table, Map<String, AttributeValue> row) {
        dynamoDb().putItem(put -> put.tableName(name(table)).item(row));
    }

    void deleteEntry(Map<String, AttributeValue> row) {
        var key = Map.of("account", row.get("account"), "id", row.get("id"));
        dynamoDb().deleteItem(delete -> delete.tableName(name(Resources.ENTRIES)).key(key));
    }

    void deleteAccount(Account account) {
        dynamoDb()
                .deleteItem(
                        delete ->
                                delete.tableName(name(Resources.ACCOUNTS))
                                        .key(accountKey(account)));
    }

    DynamoDbClient dynamoDb() {
        return pixapi.system().servers().dynamoDb();
    }

    String name(Table table) {
        return pixapi.system().resources().nameOf(table);
    }

    private static Map<String, AttributeValue> accountKey(Account account) {
        return Map.of("account", text(account.id()), "shard", AttributeValue.fromN("0"));
    }

    private static Map<String, AttributeValue> taskKey(String task) {
        return Map.of("id", text(task));
    }

    static AttributeValue text(String value) {
        return AttributeValue.fromS(value);
    }

    @Override
    public void close() {
        pixapi.close();
    }
}
