package dev.pixapi.lambda.dynamodb;

import dev.pixapi.ledger.BrokenRow;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.Update;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Writes that are done whole or not at all, and what is read from one that was cancelled. */
final class Transactions {
    private static final String CONDITION_FAILED = "ConditionalCheckFailed";

    private final DynamoDbClient client;
    private final Conflicts conflicts;

    Transactions(DynamoDbClient client, Conflicts conflicts) {
        this.client = client;
        this.conflicts = conflicts;
    }

    void write(TransactWriteItem... items) {
        write(List.of(items));
    }

    /**
     * @throws TransactionCanceledException when a condition fails; conflicts are tried again
     */
    void write(List<TransactWriteItem> items) {
        conflicts.retrying(() -> client.transactWriteItems(t -> t.transactItems(items)));
    }

    /**
     * False when the condition of one of the first so many items failed; that of another one is not
     * supposed to.
     */
    boolean isWritten(List<TransactWriteItem> items, int conditional) {
        try {
            write(items);
            return true;
        } catch (TransactionCanceledException cancelled) {
            if (IntStream.range(0, conditional).noneMatch(i -> failed(cancelled, i).isPresent())) {
                throw unexplained(cancelled);
            }
            return false;
        }
    }

    /** The row that made the condition of one item fail, or empty when it did not fail. */
    static Optional<Map<String, AttributeValue>> failed(
            TransactionCanceledException cancelled, int index) {
        return cancelled.cancellationReasons().stream()
                .skip(index)
                .findFirst()
                .filter(reason -> CONDITION_FAILED.equals(reason.code()))
                .map(CancellationReason::item);
    }

    /**
     * A condition of another row failed than of those that may. Anything else that a write is
     * cancelled for is a fault, of the request or of DynamoDB.
     */
    static RuntimeException unexplained(TransactionCanceledException cancelled) {
        return cancelled.cancellationReasons().stream()
                        .anyMatch(reason -> CONDITION_FAILED.equals(reason.code()))
                ? new BrokenRow("a row that the ledger could not have left", cancelled)
                : cancelled;
    }

    static TransactWriteItem item(Update update) {
        return TransactWriteItem.builder().update(update).build();
    }

    static TransactWriteItem item(Put put) {
        return TransactWriteItem.builder().put(put).build();
    }
}
