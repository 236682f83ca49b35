package dev.pixapi.lambda.dynamodb;

import dev.pixapi.account.AccountId;
import dev.pixapi.ledger.Credits;
import dev.pixapi.ledger.Entry;
import dev.pixapi.ledger.Grant;
import dev.pixapi.ledger.Page;
import dev.pixapi.ledger.Task;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** An account's book: as a whole, and what of it is about one task. */
final class EntryReads {
    private final DynamoDbClient client;
    private final Tables tables;

    EntryReads(DynamoDbClient client, Tables tables) {
        this.client = client;
        this.tables = tables;
    }

    List<Entry> entries(AccountId account, Page page) {
        var values =
                Item.empty()
                        .put(":account", account.toString())
                        .put(":first", EntryItem.PREFIX)
                        .put(":before", page.after().orElse(EntryItem.PREFIX + "~"))
                        .attributes();
        return client
                .query(
                        query ->
                                query.tableName(tables.entries())
                                        .keyConditionExpression(
                                                "account = :account AND id BETWEEN :first AND"
                                                        + " :before")
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

    /** For how many credits this grant id was used already. */
    Optional<Credits> granted(Grant grant) {
        return find(UsedId.key(grant)).map(UsedId::credits);
    }

    /** A later task of the same id has none of the refunds of the earlier one. */
    List<Entry> entriesOf(Task task) {
        var refunds = refunds(task).filter(entry -> !entry.time().isBefore(task.order().created()));
        return Stream.concat(settlement(task).stream(), refunds)
                .sorted(Comparator.comparing(Entry::time).thenComparing(Entry::id))
                .toList();
    }

    private Optional<Entry> settlement(Task task) {
        return task.progress().ended().flatMap(end -> settlement(task, end));
    }

    private Optional<Entry> settlement(Task task, Instant ended) {
        var key = EntryItem.row(task.order().account(), EntryItem.settleId(task, ended));
        return find(key).map(EntryItem::read);
    }

    private Optional<Map<String, AttributeValue>> find(Item key) {
        var found =
                client.getItem(
                        get ->
                                get.tableName(tables.entries())
                                        .key(key.attributes())
                                        .consistentRead(true));
        return found.hasItem() ? Optional.of(found.item()) : Optional.empty();
    }

    private Stream<Entry> refunds(Task task) {
        Map<String, AttributeValue> values =
                Item.empty()
                        .put(":account", task.order().account().toString())
                        .put(":prefix", UsedId.refunds(task.id()))
                        .attributes();
        return client
                .queryPaginator(
                        query ->
                                query.tableName(tables.entries())
                                        .keyConditionExpression(
                                                "account = :account AND begins_with(id, :prefix)")
                                        .expressionAttributeValues(values)
                                        .consistentRead(true))
                .items()
                .stream()
                .map(UsedId::refund);
    }
}
