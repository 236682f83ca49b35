package dev.pixapi.local.embedded;

import static dev.pixapi.local.embedded.TestingTables.DUE;
import static dev.pixapi.local.embedded.TestingTables.TASKS;
import static dev.pixapi.local.embedded.TestingTables.id;
import static dev.pixapi.local.embedded.TestingTables.number;
import static dev.pixapi.local.embedded.TestingTables.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.Update;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class EmbeddedDynamoDbTest {
    private static EmbeddedDynamoDb server;
    private static DynamoDbClient client;

    @BeforeAll
    static void start() throws IOException {
        server = EmbeddedDynamoDb.start(Optional.empty());
        client = LocalClients.dynamoDb(server.endpoint());
        TestingTables.create(client);
    }

    @AfterAll
    static void stop() throws IOException {
        client.close();
        server.close();
    }

    @Test
    void aTransactionCostsTwoUnitsForTheItemAndTwoForItsIndexEntry() {
        var cost = write(put("priced").build());

        assertEquals(4, cost.capacityUnits());
        assertEquals(2, cost.table().capacityUnits());
        assertEquals(2, cost.globalSecondaryIndexes().get(DUE).capacityUnits());
    }

    @Test
    void leavingTheSparseIndexIsPaidForInTheIndexToo() {
        write(put("left").build());

        var update =
                Update.builder()
                        .tableName(TASKS)
                        .key(id("left"))
                        .updateExpression("REMOVE due")
                        .build();
        var cost = write(TransactWriteItem.builder().update(update).build());

        assertEquals(2, cost.table().capacityUnits());
        assertEquals(2, cost.globalSecondaryIndexes().get(DUE).capacityUnits());
    }

    @Test
    void aCancelledTransactionTellsWhichItemFailedAndWhatItHeld() {
        write(put("taken").build());

        var reasons =
                assertThrows(
                                TransactionCanceledException.class,
                                () -> write(put("free").build(), onlyIfNew("taken")))
                        .cancellationReasons();

        assertEquals(
                List.of("None", "ConditionalCheckFailed"),
                reasons.stream().map(CancellationReason::code).toList());
        assertEquals(number(7), reasons.get(1).item().get(DUE));
        assertEquals(Map.of(), stored("free"));
    }

    private static TransactWriteItem onlyIfNew(String id) {
        var put =
                Put.builder()
                        .tableName(TASKS)
                        .item(Map.of("id", text(id)))
                        .conditionExpression("attribute_not_exists(id)")
                        .returnValuesOnConditionCheckFailure(
                                ReturnValuesOnConditionCheckFailure.ALL_OLD)
                        .build();
        return TransactWriteItem.builder().put(put).build();
    }

    private static TransactWriteItem.Builder put(String id) {
        var put = Put.builder().tableName(TASKS).item(Map.of("id", text(id), DUE, number(7)));
        return TransactWriteItem.builder().put(put.build());
    }

    private static ConsumedCapacity write(TransactWriteItem... items) {
        return client.transactWriteItems(
                        all ->
                                all.transactItems(items)
                                        .returnConsumedCapacity(ReturnConsumedCapacity.INDEXES))
                .consumedCapacity()
                .getFirst();
    }

    private static Map<String, AttributeValue> stored(String id) {
        return client.getItem(get -> get.tableName(TASKS).key(id(id))).item();
    }
}
