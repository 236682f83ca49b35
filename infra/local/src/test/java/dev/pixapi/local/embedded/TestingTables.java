package dev.pixapi.local.embedded;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

import java.util.Map;

/** A table like the one of tasks: an id, and a sparse index of the ids alone by what is due. */
final class TestingTables {
    static final String TASKS = "tasks";
    static final String DUE = "due";

    private TestingTables() {}

    static void create(DynamoDbClient client) {
        client.createTable(
                table ->
                        table.tableName(TASKS)
                                .billingMode(BillingMode.PAY_PER_REQUEST)
                                .attributeDefinitions(
                                        attribute("id", ScalarAttributeType.S),
                                        attribute(DUE, ScalarAttributeType.N))
                                .keySchema(hash("id"))
                                .globalSecondaryIndexes(idsByDue()));
    }

    private static AttributeDefinition attribute(String name, ScalarAttributeType type) {
        return AttributeDefinition.builder().attributeName(name).attributeType(type).build();
    }

    private static GlobalSecondaryIndex idsByDue() {
        return GlobalSecondaryIndex.builder()
                .indexName(DUE)
                .keySchema(hash(DUE))
                .projection(ids -> ids.projectionType(ProjectionType.KEYS_ONLY))
                .build();
    }

    private static KeySchemaElement hash(String name) {
        return KeySchemaElement.builder().attributeName(name).keyType(KeyType.HASH).build();
    }

    static AttributeValue text(String value) {
        return AttributeValue.fromS(value);
    }

    static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }

    static Map<String, AttributeValue> id(String id) {
        return Map.of("id", text(id));
    }
}
