package dev.pixapi.lambda.dynamodb;

import dev.pixapi.account.AccountId;
import dev.pixapi.ledger.AccountStore;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Finds accounts: by what expires, or all of them. */
public final class DynamoDbAccountStore implements AccountStore {
    private final DynamoDbClient client;
    private final Tables tables;

    public DynamoDbAccountStore(DynamoDbClient client, Tables tables) {
        this.client = client;
        this.tables = tables;
    }

    @Override
    public List<AccountId> expiring(Instant now, int limit) {
        return IntStream.range(0, LotsRow.SHARDS)
                .boxed()
                .flatMap(shard -> expiringIn(shard, now, limit))
                .sorted(Comparator.comparingLong(row -> row.requiredNumber("next_expiry")))
                .limit(limit)
                .map(DynamoDbAccountStore::account)
                .toList();
    }

    /** By a scan, of keys only: each account has a first row, and that one is taken. */
    @Override
    public Part all(Optional<String> after, int limit) {
        var scan =
                ScanRequest.builder()
                        .tableName(tables.accounts())
                        .projectionExpression("account, #shard")
                        .filterExpression("#shard = :first")
                        .expressionAttributeNames(Map.of("#shard", "shard"))
                        .expressionAttributeValues(Map.of(":first", Item.number(0)))
                        .limit(limit);
        after.ifPresent(place -> scan.exclusiveStartKey(key(place)));
        var found = client.scan(scan.build());
        return new Part(
                found.items().stream().map(Item::of).map(DynamoDbAccountStore::account).toList(),
                Optional.of(found.lastEvaluatedKey())
                        .filter(key -> !key.isEmpty())
                        .map(DynamoDbAccountStore::place));
    }

    private Stream<Item> expiringIn(int shard, Instant now, int limit) {
        var query =
                QueryRequest.builder()
                        .tableName(tables.lots())
                        .indexName("expiring")
                        .keyConditionExpression("expiring = :shard AND next_expiry <= :now")
                        .expressionAttributeValues(
                                Item.empty()
                                        .put(":shard", String.valueOf(shard))
                                        .put(":now", now)
                                        .attributes())
                        .build();
        return client.queryPaginator(query).items().stream().limit(limit).map(Item::of);
    }

    private static AccountId account(Item row) {
        return AccountId.of(row.requiredText("account"));
    }

    /** No account has a space in its name. */
    private static String place(Map<String, AttributeValue> key) {
        var row = Item.of(key);
        return row.requiredText("account") + " " + row.requiredNumber("shard");
    }

    private static Map<String, AttributeValue> key(String place) {
        var space = place.lastIndexOf(' ');
        return AccountRow.key(
                AccountId.of(place.substring(0, space)),
                Integer.parseInt(place.substring(space + 1)));
    }
}
