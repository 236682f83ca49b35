package dev.pixapi.lambda.dynamodb;

import dev.pixapi.account.AccountId;
import dev.pixapi.account.KeyId;
import dev.pixapi.account.KeyRecord;
import dev.pixapi.account.KeyStore;
import dev.pixapi.account.Scope;
import dev.pixapi.api.ResponseFormat;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** API keys in DynamoDB. */
public final class DynamoDbKeyStore implements KeyStore {
    private final DynamoDbClient client;
    private final Tables tables;

    public DynamoDbKeyStore(DynamoDbClient client, Tables tables) {
        this.client = client;
        this.tables = tables;
    }

    @Override
    public Optional<KeyRecord> find(KeyId id) {
        var found = client.getItem(get -> get.tableName(tables.keys()).key(key(id)));
        return found.hasItem() ? Optional.of(read(Item.of(found.item()))) : Optional.empty();
    }

    @Override
    public void add(KeyRecord key) {
        var scopes = key.scopes().stream().map(Scope::wireName).sorted();
        var row =
                Item.empty()
                        .put("id", key.id().value())
                        .put("secret_hash", key.secretHash())
                        .put("account", key.account().toString())
                        .put("scopes", scopes.collect(Collectors.joining(" ")))
                        .put("format", key.responseFormat().wireName())
                        .put("kept_days", key.retention().days())
                        .put("state", key.active() ? "active" : "revoked")
                        .put("created", key.created());
        client.putItem(
                put ->
                        put.tableName(tables.keys())
                                .item(row.attributes())
                                .conditionExpression("attribute_not_exists(id)"));
    }

    @Override
    public boolean revoke(KeyId id) {
        try {
            client.updateItem(
                    update ->
                            update.tableName(tables.keys())
                                    .key(key(id))
                                    .updateExpression("SET #state = :revoked")
                                    .conditionExpression("attribute_exists(id)")
                                    .expressionAttributeNames(Map.of("#state", "state"))
                                    .expressionAttributeValues(
                                            Map.of(":revoked", Item.text("revoked"))));
            return true;
        } catch (ConditionalCheckFailedException _) {
            return false;
        }
    }

    private static Map<String, AttributeValue> key(KeyId id) {
        return Item.empty().put("id", id.value()).attributes();
    }

    private static KeyRecord read(Item row) {
        var scopes = row.requiredText("scopes").split(" ");
        return new KeyRecord(
                new KeyId(row.requiredText("id")),
                row.requiredText("secret_hash"),
                AccountId.of(row.requiredText("account")),
                Arrays.stream(scopes).map(Scope::named).collect(Collectors.toUnmodifiableSet()),
                ResponseFormat.named(row.requiredText("format")).orElseThrow(),
                row.retention("kept_days"),
                row.requiredText("state").equals("active"),
                row.requiredInstant("created"));
    }
}
