package dev.pixapi.local.embedded;

import static dev.pixapi.local.embedded.TestingTables.TASKS;
import static dev.pixapi.local.embedded.TestingTables.id;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

class CommittedTransactionsTest {
    private static final int TRANSACTIONS = 50;

    @TempDir Path folder;

    /** SQLite deletes its rollback journal when it commits: where one is left, a kill undoes. */
    @Test
    void anAnsweredTransactionHasBeenCommitted() throws IOException {
        try (var server = EmbeddedDynamoDb.start(Optional.of(folder));
                var client = LocalClients.dynamoDb(server.endpoint())) {
            TestingTables.create(client);
            var open = IntStream.range(0, TRANSACTIONS).filter(n -> isOpenAfter(client, n)).count();

            assertEquals(0, open, "of " + TRANSACTIONS + " answered transactions");
        }
    }

    private boolean isOpenAfter(DynamoDbClient client, int n) {
        client.transactWriteItems(write -> write.transactItems(put("a" + n), put("b" + n)));
        return !journals().isEmpty();
    }

    private static TransactWriteItem put(String id) {
        return TransactWriteItem.builder().put(put -> put.tableName(TASKS).item(id(id))).build();
    }

    private List<Path> journals() {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith("-journal")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
