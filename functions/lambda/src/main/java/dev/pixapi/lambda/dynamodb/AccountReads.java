package dev.pixapi.lambda.dynamodb;

import dev.pixapi.account.AccountId;
import dev.pixapi.ledger.Balance;
import dev.pixapi.ledger.Entry;
import dev.pixapi.ledger.Page;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import java.util.List;
import java.util.Optional;

/** An account's counters and its book, as they stand at the moment. */
final class AccountReads {
    private final DynamoDbClient client;
    private final Tables tables;

    AccountReads(DynamoDbClient client, Tables tables) {
        this.client = client;
        this.tables = tables;
    }

    Optional<Balance> balance(AccountId account) {
        var found =
                client.getItem(
                        get ->
                                get.tableName(tables.accounts())
                                        .key(AccountUpdate.key(account))
                                        .consistentRead(true));
        return found.hasItem()
                ? Optional.of(Item.read(found.item(), AccountReads::balance))
                : Optional.empty();
    }

    List<Entry> entries(AccountId account, Page page) {
        var values =
                Item.empty()
                        .put(":account", account.toString())
                        .put(":before", page.after().orElse(EntryItem.PREFIX + "~"))
                        .attributes();
        return client
                .query(
                        query ->
                                query.tableName(tables.entries())
                                        .keyConditionExpression(
                                                "account = :account AND id <= :before")
                                        .expressionAttributeValues(values)
                                        .scanIndexForward(false)
                                        .consistentRead(true)
                                        .limit(page.limit() + 1))
                .items()
                .stream()
                .map(EntryItem::read)
                .filter(entry -> page.after().map(last -> !last.equals(entry.id())).orElse(true))
                .limit(page.limit())
                .toList();
    }

    private static Balance balance(Item row) {
        return new Balance(
                row.requiredCredits("available"),
                row.requiredCredits("held"),
                row.requiredCredits("spent"),
                row.requiredCredits("granted"),
                row.requiredCredits("expired"),
                row.requiredCredits("refunded"));
    }
}
