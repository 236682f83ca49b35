package dev.pixapi.local.embedded;

import software.amazon.awssdk.services.dynamodb.model.ListTablesRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBRequestHandler;

/**
 * DynamoDB Local that answers a transaction after its commit. AWS's own queues the commit for its
 * one database thread and answers at once: a process killed in between has answered what is lost.
 */
final class CommittedTransactions extends LocalDynamoDBRequestHandler {
    CommittedTransactions(
            int authorityLevel,
            boolean inMemory,
            String folder,
            boolean sharedDatabase,
            boolean delayTransientStatuses) {
        super(authorityLevel, inMemory, folder, sharedDatabase, delayTransientStatuses);
    }

    /** Reads behind it, on the same thread: what the read sees has been committed. */
    @Override
    public TransactWriteItemsResponse transactWriteItems(
            String accessKey, String region, TransactWriteItemsRequest request) {
        var answer = super.transactWriteItems(accessKey, region, request);
        listTables(accessKey, region, ListTablesRequest.builder().limit(1).build());
        return answer;
    }
}
