package dev.pixapi.local.media;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pixapi.lambda.wiring.AwsClients;
import dev.pixapi.local.DisturbedStore;
import dev.pixapi.local.TestingSystem;
import dev.pixapi.local.embedded.EmbeddedServers;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.s3.model.DeleteObjectsRequest;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** A deletion that ends half way. */
class DeleteMediaCrashTest {
    /** Lets so many deletions of objects pass, and none behind them. */
    private final AtomicInteger passing = new AtomicInteger(Integer.MAX_VALUE);

    private final TestingSystem pixapi = TestingSystem.start(Map.of(), this::clients);

    private final class Crash implements ExecutionInterceptor {
        @Override
        public void beforeExecution(
                Context.BeforeExecution context, ExecutionAttributes attributes) {
            if (context.request() instanceof DeleteObjectsRequest
                    && passing.getAndDecrement() <= 0) {
                throw new IllegalStateException("the process dies here");
            }
        }
    }

    private AwsClients clients(EmbeddedServers servers) {
        return DisturbedStore.clients(servers, new Crash());
    }

    @AfterEach
    void stop() {
        pixapi.close();
    }

    @Test
    void whatWasToBeDeletedIsGoneForReadersAndARepeatRemovesTheRest() {
        var key = pixapi.testKey(4);
        var body = Map.of("model", "nano-banana-2-512", "prompt", "half way");
        var id = pixapi.generate(key, body).json().string("task_id");
        var path = "/v1/tasks/" + id + "/media";

        passing.set(1);
        assertEquals(500, pixapi.delete(path, key).status());
        var left = StoredObjects.of(pixapi).with(id);
        assertEquals(
                List.of(true, true), left.stream().map(name -> name.startsWith("tasks/")).toList());
        var task = pixapi.get("/v1/tasks/" + id, key).json();
        assertEquals("deleted", task.object("images").string("media"));

        passing.set(Integer.MAX_VALUE);
        assertEquals(200, pixapi.delete(path, key).status());
        assertEquals(List.of(), StoredObjects.of(pixapi).with(id));
    }
}
