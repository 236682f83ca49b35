package dev.pixapi.local.money;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pixapi.json.Fields;
import dev.pixapi.json.Json;
import dev.pixapi.lambda.wiring.AwsClients;
import dev.pixapi.local.LocalFunctions.FunctionFailed;
import dev.pixapi.local.LocalSystem;
import dev.pixapi.local.TestingSystem;
import dev.pixapi.local.embedded.EmbeddedServers;
import dev.pixapi.local.upstream.UpstreamDouble;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;

import java.util.Collections;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;

/** Runners that die at the worst moments, and what the sweeper makes of what they leave. */
class LostRunnerTest {
    /** Dies before the requests that it is told of, as a process does: with nothing after. */
    private static final class Crash implements ExecutionInterceptor {
        private final AtomicInteger count = new AtomicInteger();

        /** So many settlements meet another write; nine are as often as one is tried. */
        private final AtomicInteger contended = new AtomicInteger();

        private final AtomicReference<Predicate<SdkRequest>> before =
                new AtomicReference<>(_ -> false);

        @Override
        public void beforeExecution(
                Context.BeforeExecution context, ExecutionAttributes attributes) {
            var settles = isSettlement(context.request());
            if (settles && contended.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                throw TransactionConflictException.builder().message("another write").build();
            }
            if (before.get().test(context.request())) {
                count.incrementAndGet();
                throw new SimulatedCrash();
            }
        }
    }

    /** No code of ours may catch it and go on. */
    private static final class SimulatedCrash extends Error {
        private static final long serialVersionUID = 1;
    }

    private final Crash crash = new Crash();
    private final UpstreamDouble upstream = UpstreamDouble.start();
    private final TestingSystem pixapi =
            TestingSystem.start(
                    upstream.settings(
                            "PIXAPI_LEASE_SECONDS", "0.6",
                            "PIXAPI_HEARTBEAT_SECONDS", "0.2",
                            "PIXAPI_RESEND_SECONDS", "0.3"),
                    this::clients);

    private AwsClients clients(EmbeddedServers servers) {
        var plain = LocalSystem.clients(servers);
        var crashing =
                AwsClients.plain(DynamoDbClient.builder())
                        .endpointOverride(servers.dynamoDbEndpoint())
                        .region(Region.US_EAST_1)
                        .credentialsProvider(servers.credentials())
                        .overrideConfiguration(
                                o ->
                                        o.retryStrategy(RetryMode.STANDARD)
                                                .addExecutionInterceptor(crash))
                        .build();
        return new AwsClients(
                () -> crashing,
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
    void aHandlerThatDiesAfterTheHoldLeavesNoCreditBehind() throws Exception {
        var key = pixapi.testKey(10);
        crash.before.set(LostRunnerTest::isSettlement);
        var died = pixapi.generate(key, Map.of("model", "nano-banana-2-512", "prompt", "[fail]"));
        assertEquals(500, died.status());
        assertEquals(4, pixapi.credits(key).number("held"));

        crash.before.set(_ -> false);
        assertEquals("failed", sweepUntilEnded(key).string("status"));
        assertEquals(0, pixapi.credits(key).number("held"));
        assertEquals(10, pixapi.credits(key).number("available"));
    }

    @Test
    void aRunnerThatDiesWithItsImagesStoredIsChargedOnceAndPaidForOnce() throws Exception {
        var key = pixapi.testKey(10);
        crash.before.set(LostRunnerTest::isSettlement);
        pixapi.generate(key, Map.of("model", "nano-banana-2-512", "prompt", "stored"));

        crash.before.set(_ -> false);
        var task = sweepUntilEnded(key);
        assertEquals("completed", task.string("status"));
        // The fence of the first runner stands in the image's name: no second one was made.
        var url = task.object("result").objects("data").getFirst().string("url");
        assertEquals("1-0.png", url.substring(url.lastIndexOf('/') + 1));
        assertEquals(6, pixapi.credits(key).number("available"));
        assertEquals(4, pixapi.credits(key).number("spent"));
    }

    @Test
    void aRedeliveredMessageCallsUpstreamOnceIfTheFirstRunHadFinishedItsImages() throws Exception {
        var key = pixapi.liveKey(10);
        crash.before.set(LostRunnerTest::isSettlement);
        var body = Map.of("model", "gpt-image-2", "prompt", "paid once", "quality", "low");
        var id = pixapi.submit(key, body).json().string("id");
        waitUntil(key, _ -> crash.count.get() == 1);

        crash.before.set(_ -> false);
        assertEquals("completed", sweepUntilEnded(key).string("status"));
        assertEquals(1, upstream.calls());
        assertEquals(1, pixapi.credits(key).number("spent"));
        redeliver(id);
        assertEquals(1, upstream.calls());
        assertEquals(1, pixapi.credits(key).number("spent"));
    }

    @Test
    void aTaskWhoseRunnersAllDieIsFailedAndReleased() throws Exception {
        var key = pixapi.testKey(10);
        crash.before.set(LostRunnerTest::isSettlement);
        pixapi.generate(key, Map.of("model", "nano-banana-2-512", "prompt", "[fail]"));
        waitForSecondRunner();
        crash.before.set(_ -> false);
        assertEquals("failed", sweepUntilEnded(key).string("status"));
        assertEquals(10, pixapi.credits(key).number("available"));
    }

    @Test
    void imagesThatTheLastRunnerStoredAreDeliveredThoughItDied() throws Exception {
        var key = pixapi.testKey(10);
        crash.before.set(LostRunnerTest::isSettlement);
        pixapi.generate(key, Map.of("model", "nano-banana-2-512", "prompt", "the last one"));
        waitForSecondRunner();
        crash.before.set(_ -> false);
        assertEquals("completed", sweepUntilEnded(key).string("status"));
        assertEquals(4, pixapi.credits(key).number("spent"));
    }

    @Test
    void imagesThatWereStoredAreDeliveredThoughTheMessageIsDead() throws Exception {
        var key = pixapi.testKey(10);
        crash.before.set(LostRunnerTest::isSettlement);
        pixapi.generate(key, Map.of("model", "nano-banana-2-512", "prompt", "a dead letter"));
        crash.before.set(_ -> false);
        Thread.sleep(700);
        var id = pixapi.get("/v1/tasks", key).json().objects("data").getFirst().string("id");
        var message = Map.of("messageId", "m", "body", Json.write(Map.of("task", id)));
        pixapi.invoke("DeadLetter", Map.of("Records", Collections.nCopies(2, message)));
        assertEquals("completed", pixapi.await(key, id).string("status"));
        assertEquals(4, pixapi.credits(key).number("spent"));
    }

    @Test
    void aSettlementThatStaysContendedIsNoReasonToRepeatTheRequest() throws Exception {
        var key = pixapi.testKey(10);
        crash.contended.set(9);
        var answer = pixapi.generate(key, Map.of("model", "nano-banana-2-512", "prompt", "busy"));
        assertEquals(500, answer.status());
        assertEquals("false", answer.headers().get("x-should-retry"));
        assertEquals("completed", sweepUntilEnded(key).string("status"));
        assertEquals(4, pixapi.credits(key).number("spent"));
    }

    @Test
    void aWorkersSettlementThatStaysContendedDoesNotFailTheTask() throws Exception {
        var key = pixapi.testKey(10);
        crash.contended.set(9);
        pixapi.submit(key, Map.of("model", "nano-banana-2-512", "prompt", "busy"));
        assertEquals("completed", sweepUntilEnded(key).string("status"));
        assertEquals(4, pixapi.credits(key).number("spent"));
    }

    /** Ten copies of the task's message, in one batch. */
    private void redeliver(String id) throws FunctionFailed {
        var message = Map.of("messageId", "m", "body", Json.write(Map.of("task", id)));
        var event = Json.bytes(Map.of("Records", Collections.nCopies(10, message)));
        pixapi.system().functions().invoke("Worker", event);
    }

    private static boolean isSettlement(SdkRequest request) {
        return request instanceof TransactWriteItemsRequest write
                && write.transactItems().size() == 3
                && write.transactItems().getFirst().update() != null
                && write.transactItems().getFirst().update().key().containsKey("id");
    }

    /** Lets the lease run out and a worker take the task up, which dies like the first. */
    private void waitForSecondRunner() throws InterruptedException {
        for (var i = 0; i < 100 && crash.count.get() < 2; i++) {
            Thread.sleep(200);
            pixapi.invoke("Sweeper", Map.of());
        }
        assertEquals(2, crash.count.get());
    }

    private Fields sweepUntilEnded(String key) throws InterruptedException {
        return waitUntil(key, task -> task.has("completed_at"));
    }

    /** Sweeps as the schedule would, until the account's one task is as wanted; 20 s at most. */
    private Fields waitUntil(String key, Predicate<Fields> wanted) throws InterruptedException {
        for (var i = 0; i < 100; i++) {
            var task = pixapi.get("/v1/tasks", key).json().objects("data").getFirst();
            if (wanted.test(task)) {
                return task;
            }
            pixapi.invoke("Sweeper", Map.of());
            Thread.sleep(200);
        }
        throw new AssertionError("the task did not come to what was wanted");
    }
}
