package dev.pixapi.local.embedded;

import static dev.pixapi.local.embedded.TestingTables.TASKS;
import static dev.pixapi.local.embedded.TestingTables.id;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import software.amazon.awssdk.core.sync.RequestBody;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

class EmbeddedServersTest {
    @TempDir Path folder;

    @Test
    void twoStacksInOneJvmSeeNothingOfEachOther() throws Exception {
        try (var one = EmbeddedServers.start(Optional.empty());
                var other = EmbeddedServers.start(Optional.empty())) {
            TestingTables.create(one.dynamoDb());
            one.s3().createBucket(bucket -> bucket.bucket("media"));
            one.sqs().createQueue(queue -> queue.queueName("tasks"));

            assertEquals(List.of(), other.dynamoDb().listTables().tableNames());
            assertEquals(List.of(), other.s3().listBuckets().buckets());
            assertEquals(List.of(), other.sqs().listQueues().queueUrls());
            assertEquals(List.of(TASKS), one.dynamoDb().listTables().tableNames());
        }
    }

    @Test
    void tablesAndObjectsSurviveARestart() throws Exception {
        var data = Optional.of(folder.resolve("data"));
        try (var before = EmbeddedServers.start(data)) {
            TestingTables.create(before.dynamoDb());
            before.dynamoDb().putItem(put -> put.tableName(TASKS).item(id("t1")));
            before.s3().createBucket(bucket -> bucket.bucket("media"));
            before.s3()
                    .putObject(
                            put -> put.bucket("media").key("k").contentType("image/webp"),
                            RequestBody.fromString("webp"));
        }
        try (var after = EmbeddedServers.start(data)) {
            var item = after.dynamoDb().getItem(get -> get.tableName(TASKS).key(id("t1"))).item();
            var object = after.s3().headObject(head -> head.bucket("media").key("k"));

            assertEquals(id("t1"), item);
            assertEquals("image/webp", object.contentType());
        }
    }

    @Test
    void aFolderIsForOneStackAtATime() throws Exception {
        var data = Optional.of(folder);
        try (var first = EmbeddedServers.start(data)) {
            var refusal = assertThrows(IOException.class, () -> EmbeddedServers.start(data));

            assertTrue(refusal.getMessage().contains("in use"), refusal.getMessage());
            assertEquals(List.of(), first.dynamoDb().listTables().tableNames());
        }
        EmbeddedServers.start(data).close();
    }
}
