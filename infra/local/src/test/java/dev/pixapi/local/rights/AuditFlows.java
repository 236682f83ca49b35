package dev.pixapi.local.rights;

import static dev.pixapi.local.rights.FlowSystem.order;
import static dev.pixapi.local.rights.FlowSystem.waitFor;

import dev.pixapi.lambda.blueprint.Resources;
import dev.pixapi.lambda.blueprint.Table;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.util.HashMap;
import java.util.Map;

/** Hands are laid on the tables, the watcher freezes one account, the auditor another. */
record AuditFlows(FlowSystem system) {
    void run() {
        var watched = account();
        var row = new HashMap<>(row(watched));
        row.put("spent", AttributeValue.fromN("1"));
        put(Resources.ACCOUNTS, row);
        waitFor(() -> row(watched).containsKey("frozen"));
        var audited = account();
        system.post(200, "/v1/images/generations", order("audited"));
        putOldSettlement(audited);
        system.pixapi.invoke("Audit", Map.of());
        waitFor(() -> row(audited).containsKey("frozen"));
    }

    private String account() {
        return "test:" + system.pixapi.provision("test", 1).string("account");
    }

    /** Of a task that there is; it is of another account, and of another time. */
    private void putOldSettlement(String account) {
        var task = system.get(200, "/v1/tasks").json().objects("data").getFirst().string("id");
        put(
                Resources.ENTRIES,
                Map.of(
                        "account", AttributeValue.fromS(account),
                        "id", AttributeValue.fromS("entry_00000000000000000000000000"),
                        "kind", AttributeValue.fromS("settle"),
                        "credits", AttributeValue.fromN("1"),
                        "held", AttributeValue.fromN("1"),
                        "reference", AttributeValue.fromS(task),
                        "time", AttributeValue.fromN("1700000000000")));
    }

    private Map<String, AttributeValue> row(String account) {
        var key =
                Map.of(
                        "account", AttributeValue.fromS(account),
                        "shard", AttributeValue.fromN("0"));
        return dynamoDb().getItem(get -> get.tableName(name(Resources.ACCOUNTS)).key(key)).item();
    }

    private void put(Table table, Map<String, AttributeValue> row) {
        dynamoDb().putItem(put -> put.tableName(name(table)).item(row));
    }

    private DynamoDbClient dynamoDb() {
        return system.pixapi.system().servers().dynamoDb();
    }

    private String name(Table table) {
        return system.pixapi.system().resources().nameOf(table);
    }
}
