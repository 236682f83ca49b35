package dev.pixapi.local.media;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pixapi.lambda.wiring.AwsClients;
import dev.pixapi.local.LocalSystem;
import dev.pixapi.local.TestingSystem;
import dev.pixapi.local.TestingSystem.Answer;
import dev.pixapi.local.embedded.EmbeddedServers;
import dev.pixapi.local.upstream.Behaviour;
import dev.pixapi.local.upstream.Images;
import dev.pixapi.local.upstream.Misbehaviours;
import dev.pixapi.local.upstream.UpstreamDouble;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** A runner that has lost its task, and comes back when the task's media were deleted. */
class LateRunnerTest {
    private final UpstreamDouble upstream = UpstreamDouble.start();
    private final TestingSystem pixapi =
            TestingSystem.start(
                    upstream.settings(
                            "PIXAPI_LEASE_SECONDS", "0.4",
                            "PIXAPI_HEARTBEAT_SECONDS", "0.2",
                            "PIXAPI_RESEND_SECONDS", "0.1"),
                    LateRunnerTest::clients);

    /** No heartbeat is heard. */
    private static final class Deaf implements ExecutionInterceptor {
        @Override
        public void beforeExecution(
                Context.BeforeExecution context, ExecutionAttributes attributes) {
            if (context.request() instanceof UpdateItemRequest update
                    && update.updateExpression().equals("SET lease = :lease")) {
                throw new IllegalStateException("nobody hears it");
            }
        }
    }

    private static AwsClients clients(EmbeddedServers servers) {
        var plain = LocalSystem.clients(servers);
        var deaf =
                AwsClients.plain(DynamoDbClient.builder())
                        .endpointOverride(servers.dynamoDbEndpoint())
                        .region(Region.US_EAST_1)
                        .credentialsProvider(servers.credentials())
                        .overrideConfiguration(
                                o ->
                                        o.retryStrategy(RetryMode.STANDARD)
                                                .addExecutionInterceptor(new Deaf()))
                        .build();
        return new AwsClients(
                () -> deaf,
                plain.s3(),
                plain.signer(),
                plain.sqs(),
                plain.secrets(),
                plain.credentials());
    }

    @AfterEach
    void stop() {
        pixapi.close();
        upstream.close();
    }

    @Test
    void leavesNothingBehind() throws InterruptedException {
        upstream.behave(
                Behaviour.inTurn(
                        Misbehaviours.slow(Duration.ofSeconds(6), Images.asAsked()),
                        Images.asAsked()));
        var key = pixapi.liveKey(10);
        var order = Map.of("model", "gpt-image-2", "prompt", "a loon", "quality", "low");
        var late = CompletableFuture.supplyAsync(() -> pixapi.generate(key, order));
        var id = sweepUntilCompleted(key);
        var path = "/v1/tasks/" + id + "/media";
        assertEquals(200, pixapi.delete(path, key).status());
        assertEquals(List.of(), StoredObjects.of(pixapi).with(id));

        Answer answer = late.join();
        assertEquals(2, upstream.calls());
        assertEquals(410, answer.status());
        assertEquals("media_deleted", answer.errorCode());
        assertEquals(List.of(), StoredObjects.of(pixapi).with(id));
        assertEquals(1, pixapi.credits(key).number("spent"));
    }

    /** The id of the account's one task, when another runner has completed it; 20 s at most. */
    private String sweepUntilCompleted(String key) throws InterruptedException {
        for (var i = 0; i < 200; i++) {
            pixapi.invoke("Sweeper", Map.of());
            Thread.sleep(100);
            var tasks = pixapi.get("/v1/tasks", key).json().objects("data");
            if (!tasks.isEmpty() && tasks.getFirst().string("status").equals("completed")) {
                return tasks.getFirst().string("id");
            }
        }
        throw new AssertionError("nobody took the task over");
    }
}
