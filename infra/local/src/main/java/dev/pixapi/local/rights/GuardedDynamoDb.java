package dev.pixapi.local.rights;

import dev.pixapi.lambda.blueprint.Access.Action;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

import java.util.Optional;

/**
 * The tables as a function may touch them. Operations for which the blueprint has no action are not
 * here: the interface's own methods refuse them.
 */
final class GuardedDynamoDb implements DynamoDbClient {
    private final DynamoDbClient client;
    private final Guard guard;

    GuardedDynamoDb(DynamoDbClient client, Guard guard) {
        this.client = client;
        this.guard = guard;
    }

    @Override
    public GetItemResponse getItem(GetItemRequest get) {
        guard.check(Action.GET_ITEM, get.tableName());
        return client.getItem(get);
    }

    @Override
    public BatchGetItemResponse batchGetItem(BatchGetItemRequest get) {
        get.requestItems().keySet().forEach(table -> guard.check(Action.BATCH_GET_ITEM, table));
        return client.batchGetItem(get);
    }

    /** An index is a resource of its own: the right to query its table is no right to it. */
    @Override
    public QueryResponse query(QueryRequest query) {
        guard.check(Action.QUERY, query.tableName(), Optional.ofNullable(query.indexName()));
        return client.query(query);
    }

    @Override
    public PutItemResponse putItem(PutItemRequest put) {
        guard.check(Action.PUT_ITEM, put.tableName());
        return client.putItem(put);
    }

    @Override
    public UpdateItemResponse updateItem(UpdateItemRequest update) {
        guard.check(Action.UPDATE_ITEM, update.tableName());
        return client.updateItem(update);
    }

    /** Takes the rights of its items, and none of its own. */
    @Override
    public TransactGetItemsResponse transactGetItems(TransactGetItemsRequest get) {
        get.transactItems().forEach(item -> guard.check(Action.GET_ITEM, item.get().tableName()));
        return client.transactGetItems(get);
    }

    /** A transaction takes the rights of its items, and none of its own. */
    @Override
    public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest write) {
        write.transactItems().forEach(this::check);
        return client.transactWriteItems(write);
    }

    private void check(TransactWriteItem item) {
        if (item.put() != null) {
            guard.check(Action.PUT_ITEM, item.put().tableName());
        } else if (item.update() != null) {
            guard.check(Action.UPDATE_ITEM, item.update().tableName());
        } else {
            throw new UnsupportedOperationException("the blueprint has no action for this item");
        }
    }

    @Override
    public String serviceName() {
        return client.serviceName();
    }

    /** The client is not this function's alone. */
    @Override
    public void close() {}
}
