package dev.pixapi.lambda.dynamodb;

import dev.pixapi.account.AccountId;
import dev.pixapi.ledger.Lots;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.Put;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** The rows of what is left of grants that expire, apart from the counters that requests write. */
final class LotsTable {
    private final DynamoDbClient client;
    private final Tables tables;

    LotsTable(DynamoDbClient client, Tables tables) {
        this.client = client;
        this.tables = tables;
    }

    LotsRow find(AccountId account) {
        var found =
                client.getItem(
                        get ->
                                get.tableName(tables.lots())
                                        .key(LotsRow.key(account))
                                        .consistentRead(true));
        return found.hasItem() ? LotsRow.read(found.item()) : LotsRow.NONE;
    }

    /** Puts new lots in the place of those that were read, if nobody else has. */
    Put replace(AccountId account, LotsRow read, Lots next, Optional<Instant> look) {
        var put = Put.builder().tableName(tables.lots()).item(read.next(account, next, look));
        return read.equals(LotsRow.NONE)
                ? put.conditionExpression("attribute_not_exists(account)").build()
                : put.conditionExpression("version = :version")
                        .expressionAttributeValues(Map.of(":version", Item.number(read.version())))
                        .build();
    }
}
