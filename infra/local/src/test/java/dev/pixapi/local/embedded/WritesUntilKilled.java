package dev.pixapi.local.embedded;

import static dev.pixapi.local.embedded.TestingTables.TASKS;
import static dev.pixapi.local.embedded.TestingTables.id;
import static dev.pixapi.local.embedded.TestingTables.number;

import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * A process that writes without end: per round one transaction over two counters and one object.
 * Prints the number of each round after all of it was answered.
 */
final class WritesUntilKilled {
    private WritesUntilKilled() {}

    public static void main(String[] args) throws Exception {
        var servers = EmbeddedServers.start(Optional.of(Path.of(args[0])));
        TestingTables.create(servers.dynamoDb());
        servers.s3().createBucket(bucket -> bucket.bucket("media"));
        for (var n = 1; ; n++) {
            write(servers, n);
            System.out.println(n);
        }
    }

    static String key(int n) {
        return "images/" + n;
    }

    private static void write(EmbeddedServers servers, int n) {
        servers.dynamoDb()
                .transactWriteItems(both -> both.transactItems(count("first"), count("second")));
        servers.s3()
                .putObject(
                        put ->
                                put.bucket("media")
                                        .key(key(n))
                                        .contentType("image/png")
                                        .cacheControl("no-store")
                                        .metadata(Map.of("number", Integer.toString(n))),
                        RequestBody.fromString(key(n)));
    }

    private static TransactWriteItem count(String id) {
        return TransactWriteItem.builder()
                .update(
                        add ->
                                add.tableName(TASKS)
                                        .key(id(id))
                                        .updateExpression("ADD #count :one")
                                        .expressionAttributeNames(Map.of("#count", "count"))
                                        .expressionAttributeValues(Map.of(":one", number(1))))
                .build();
    }
}
