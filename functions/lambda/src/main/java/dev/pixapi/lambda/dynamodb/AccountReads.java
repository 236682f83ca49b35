package dev.pixapi.lambda.dynamodb;

import dev.pixapi.account.AccountId;
import dev.pixapi.ledger.Balance;
import dev.pixapi.ledger.Credits;
import dev.pixapi.ledger.Shard;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ItemResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItem;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/** An account's counters, as they stand at one moment. */
final class AccountReads {
    private final DynamoDbClient client;
    private final Tables tables;
    private final Conflicts conflicts;

    AccountReads(DynamoDbClient client, Tables tables, Conflicts conflicts) {
        this.client = client;
        this.tables = tables;
        this.conflicts = conflicts;
    }

    /** None for no account. */
    List<Shard> shards(AccountId account) {
        var first =
                client.getItem(
                        get ->
                                get.tableName(tables.accounts())
                                        .key(AccountRow.key(account, 0))
                                        .consistentRead(true));
        if (!first.hasItem()) {
            return List.of();
        }
        var shards = AccountRow.shards(first.item());
        return shards == 1 ? List.of(AccountRow.read(first.item())) : together(account, shards);
    }

    /** By one query, which waits for no transaction. */
    List<Shard> glance(AccountId account) {
        var rows =
                client.queryPaginator(
                        query ->
                                query.tableName(tables.accounts())
                                        .keyConditionExpression("account = :account")
                                        .expressionAttributeValues(
                                                Item.empty()
                                                        .put(":account", account.toString())
                                                        .attributes())
                                        .consistentRead(true));
        return rows.items().stream().map(AccountRow::read).toList();
    }

    Optional<Balance> balance(AccountId account) {
        var shards = shards(account);
        return shards.isEmpty() ? Optional.empty() : Optional.of(sum(shards));
    }

    private static Balance sum(List<Shard> shards) {
        return new Balance(
                sum(shards, Balance::available),
                sum(shards, Balance::held),
                sum(shards, Balance::spent),
                sum(shards, Balance::granted),
                sum(shards, Balance::expired),
                sum(shards, Balance::refunded));
    }

    static Credits sum(List<Shard> shards, Function<Balance, Credits> counter) {
        return shards.stream().map(Shard::balance).map(counter).reduce(Credits.ZERO, Credits::plus);
    }

    /**
     * Rows that are read one by one would show credits twice, or not at all, that move meanwhile.
     */
    private List<Shard> together(AccountId account, int shards) {
        var gets = IntStream.range(0, shards).mapToObj(shard -> get(account, shard)).toList();
        var rows =
                conflicts
                        .retrying(() -> client.transactGetItems(t -> t.transactItems(gets)))
                        .responses()
                        .stream()
                        .map(ItemResponse::item)
                        .toList();
        var actual = AccountRow.shards(rows.getFirst());
        return actual > shards
                ? together(account, actual)
                : rows.stream().map(AccountRow::read).toList();
    }

    private TransactGetItem get(AccountId account, int shard) {
        return TransactGetItem.builder()
                .get(g -> g.tableName(tables.accounts()).key(AccountRow.key(account, shard)))
                .build();
    }
}
