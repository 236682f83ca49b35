package dev.pixapi.lambda.dynamodb;

import dev.pixapi.account.AccountId;
import dev.pixapi.ledger.BrokenRow;
import dev.pixapi.ledger.Due;
import dev.pixapi.ledger.Task;
import dev.pixapi.ledger.TaskId;
import dev.pixapi.ledger.TaskStore;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Reads tasks: by id, by account and time, by what is due. The indexes hold keys; rows are read
 * fresh.
 */
public final class DynamoDbTaskStore implements TaskStore {
    /** DynamoDB's own limit. */
    private static final int MOST_IN_A_BATCH = 100;

    private final DynamoDbClient client;
    private final Tables tables;
    private final TaskUpdate updates;
    private final Conflicts conflicts;
    private final InstantSource clock;

    public DynamoDbTaskStore(
            DynamoDbClient client, Tables tables, InstantSource clock, Conflicts conflicts) {
        this.client = client;
        this.tables = tables;
        this.updates = new TaskUpdate(tables);
        this.conflicts = conflicts;
        this.clock = clock;
    }

    @Override
    public Optional<Task> find(TaskId id) {
        var found =
                client.getItem(
                        get ->
                                get.tableName(tables.tasks())
                                        .key(TaskItem.key(id))
                                        .consistentRead(true));
        return found.hasItem() && TaskItem.isKept(found.item(), clock.instant())
                ? Optional.of(TaskItem.read(found.item()))
                : Optional.empty();
    }

    @Override
    public List<Task> list(AccountId account, int limit, Optional<Task> after) {
        var query =
                QueryRequest.builder()
                        .tableName(tables.tasks())
                        .indexName("by_account")
                        .keyConditionExpression("account = :account")
                        .expressionAttributeValues(
                                Map.of(":account", Item.text(account.toString())))
                        .scanIndexForward(false)
                        .limit(limit);
        after.ifPresent(task -> query.exclusiveStartKey(place(task)));
        var page = read(found(query.build(), limit).stream().map(DynamoDbTaskStore::key).toList());
        if (!page.broken().isEmpty()) {
            throw page.broken().getFirst();
        }
        return page.tasks();
    }

    @Override
    public Due due(Instant now, int limit) {
        var keys =
                IntStream.range(0, TaskItem.DUE_SHARDS)
                        .mapToObj(shard -> found(dueIn(shard, now), limit))
                        .flatMap(List::stream)
                        .sorted(Comparator.comparingLong(row -> Item.of(row).requiredNumber("due")))
                        .limit(limit)
                        .map(DynamoDbTaskStore::key)
                        .toList();
        return read(keys);
    }

    @Override
    public void postpone(TaskId id, Instant next) {
        try {
            conflicts.retrying(() -> client.updateItem(updates.postpone(id, next)));
        } catch (ConditionalCheckFailedException _) {
            // It has ended in the meantime, which is what the sweeper wants.
        }
    }

    @Override
    public Optional<Task> markMediaDeleted(Task task, Instant now) {
        try {
            var update = updates.markMediaDeleted(task, now);
            var marked = conflicts.retrying(() -> client.updateItem(update));
            return Optional.of(TaskItem.read(marked.attributes()));
        } catch (ConditionalCheckFailedException _) {
            return Optional.empty();
        }
    }

    private QueryRequest dueIn(int shard, Instant now) {
        return QueryRequest.builder()
                .tableName(tables.tasks())
                .indexName("due")
                .keyConditionExpression("due_shard = :shard AND due <= :now")
                .expressionAttributeValues(
                        Map.of(
                                ":shard",
                                Item.text(String.valueOf(shard)),
                                ":now",
                                Item.millis(now)))
                .build();
    }

    private List<Map<String, AttributeValue>> found(QueryRequest query, int limit) {
        return client.queryPaginator(query).items().stream().limit(limit).toList();
    }

    private static Map<String, AttributeValue> key(Map<String, AttributeValue> indexed) {
        return Map.of("id", indexed.get("id"));
    }

    /** The rows of these keys that are still there, in the order of the keys. */
    private Due read(List<Map<String, AttributeValue>> keys) {
        var rows = new HashMap<String, Map<String, AttributeValue>>();
        for (var from = 0; from < keys.size(); from += MOST_IN_A_BATCH) {
            readBatch(keys.subList(from, Math.min(keys.size(), from + MOST_IN_A_BATCH)), rows);
        }
        var tasks = new ArrayList<Task>();
        var broken = new ArrayList<BrokenRow>();
        for (var key : keys) {
            var row = Optional.ofNullable(rows.get(key.get("id").s()));
            try {
                row.map(TaskItem::read).ifPresent(tasks::add);
            } catch (BrokenRow unread) {
                broken.add(unread);
            }
        }
        return new Due(tasks, broken);
    }

    private void readBatch(
            List<Map<String, AttributeValue>> keys, Map<String, Map<String, AttributeValue>> rows) {
        var batch = KeysAndAttributes.builder().keys(keys).consistentRead(true).build();
        var request =
                BatchGetItemRequest.builder().requestItems(Map.of(tables.tasks(), batch)).build();
        // The paginator asks again for what a throttled table left out.
        client.batchGetItemPaginator(request).stream()
                .flatMap(page -> page.responses().getOrDefault(tables.tasks(), List.of()).stream())
                .filter(row -> TaskItem.isKept(row, clock.instant()))
                .forEach(row -> rows.put(row.get("id").s(), row));
    }

    private static Map<String, AttributeValue> place(Task task) {
        return Item.empty()
                .put("id", task.id().value())
                .put("account", task.order().account().toString())
                .put("listed", TaskItem.listed(task))
                .attributes();
    }
}
