package dev.pixapi.local.money;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pixapi.lambda.blueprint.TaskUse;
import dev.pixapi.lambda.wiring.AwsClients;
import dev.pixapi.local.LocalSystem;
import dev.pixapi.local.TestingSystem;
import dev.pixapi.local.embedded.EmbeddedServers;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * What a request costs in calls and in write units, as {@link TaskUse} says; neither depends on the
 * machine.
 */
class RoundTripsTest {
    private static final Map<String, Object> BODY =
            Map.of("model", "nano-banana-2-512", "prompt", "counted");

    private static final Counter CALLS = new Counter();
    private static final Counter OBJECTS = new Counter();
    private static TestingSystem pixapi;
    private static String key;

    /**
     * The emulator counts an index write of a transaction twice. On AWS an index is written behind
     * the transaction, as with any write, and counts once.
     */
    private static final double INDEX_SHARE = 0.5;

    /** Counts calls, and the write units of each. */
    private static final class Counter implements ExecutionInterceptor {
        private final ConcurrentLinkedQueue<String> calls = new ConcurrentLinkedQueue<>();
        private final ConcurrentLinkedQueue<Double> writeUnits = new ConcurrentLinkedQueue<>();

        @Override
        public SdkRequest modifyRequest(
                Context.ModifyRequest context, ExecutionAttributes attributes) {
            return switch (context.request()) {
                case TransactWriteItemsRequest write ->
                        write.toBuilder()
                                .returnConsumedCapacity(ReturnConsumedCapacity.INDEXES)
                                .build();
                case UpdateItemRequest update ->
                        update.toBuilder()
                                .returnConsumedCapacity(ReturnConsumedCapacity.INDEXES)
                                .build();
                default -> context.request();
            };
        }

        @Override
        public void beforeExecution(
                Context.BeforeExecution context, ExecutionAttributes attributes) {
            calls.add(context.request().getClass().getSimpleName().replace("Request", ""));
        }

        @Override
        public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
            switch (context.response()) {
                case TransactWriteItemsResponse write ->
                        writeUnits.add(
                                write.consumedCapacity().stream()
                                        .mapToDouble(used -> units(used, INDEX_SHARE))
                                        .sum());
                case UpdateItemResponse update ->
                        writeUnits.add(units(update.consumedCapacity(), 1));
                default -> {}
            }
        }

        private static double units(ConsumedCapacity used, double indexShare) {
            return used.table().capacityUnits()
                    + used.globalSecondaryIndexes().values().stream()
                            .mapToDouble(index -> index.capacityUnits() * indexShare)
                            .sum();
        }

        private List<String> named(String... names) {
            return calls.stream().filter(List.of(names)::contains).toList();
        }

        /** In the order of the writes; a fraction would be a finding. */
        private List<Double> units() {
            return List.copyOf(writeUnits);
        }
    }

    @BeforeAll
    static void start() {
        pixapi = TestingSystem.start(Map.of(), RoundTripsTest::clients);
        key = pixapi.testKey(100);
        // Warms the key's cache of each function.
        pixapi.get("/v1/models", key);
        pixapi.generate(key, BODY);
        pixapi.await(key, pixapi.submit(key, BODY).json().string("id"));
    }

    @AfterAll
    static void stop() {
        pixapi.close();
    }

    @BeforeEach
    void forget() {
        CALLS.calls.clear();
        CALLS.writeUnits.clear();
        OBJECTS.calls.clear();
    }

    private static AwsClients clients(EmbeddedServers servers) {
        var plain = LocalSystem.clients(servers);
        var dynamoDb =
                DynamoDbClient.builder()
                        .httpClientBuilder(UrlConnectionHttpClient.builder())
                        .endpointOverride(servers.dynamoDbEndpoint())
                        .region(Region.US_EAST_1)
                        .credentialsProvider(servers.credentials())
                        .overrideConfiguration(
                                o ->
                                        o.retryStrategy(RetryMode.STANDARD)
                                                .addExecutionInterceptor(CALLS))
                        .build();
        var s3 =
                S3Client.builder()
                        .httpClientBuilder(UrlConnectionHttpClient.builder())
                        .endpointOverride(servers.s3Endpoint())
                        .region(Region.US_EAST_1)
                        .credentialsProvider(servers.credentials())
                        .forcePathStyle(true)
                        .serviceConfiguration(c -> c.chunkedEncodingEnabled(false))
                        .overrideConfiguration(o -> o.addExecutionInterceptor(OBJECTS))
                        .build();
        var sqs =
                SqsClient.builder()
                        .httpClientBuilder(UrlConnectionHttpClient.builder())
                        .endpointOverride(servers.sqsEndpoint())
                        .region(Region.US_EAST_1)
                        .credentialsProvider(servers.credentials())
                        .overrideConfiguration(o -> o.addExecutionInterceptor(CALLS))
                        .build();
        return new AwsClients(
                () -> dynamoDb,
                () -> s3,
                plain.signer(),
                () -> sqs,
                plain.secrets(),
                plain.credentials());
    }

    @Test
    void aWarmKeyIsAuthenticatedWithoutACall() {
        pixapi.get("/v1/models", key);
        assertEquals(List.of(), List.copyOf(CALLS.calls));
    }

    @Test
    void aMalformedKeyIsRefusedWithoutACall() {
        assertEquals(401, pixapi.get("/v1/models", key.replace("sk_test_", "sk_live_")).status());
        assertEquals(List.of(), List.copyOf(CALLS.calls));
    }

    @Test
    void aSyncRequestIsTwoLedgerWritesOfThirteenUnitsTogether() {
        assertEquals(200, pixapi.generate(key, BODY).status());
        assertEquals(List.of("TransactWriteItems", "TransactWriteItems"), List.copyOf(CALLS.calls));
        assertUsed(TaskUse.SYNC);
        assertEquals(13, TaskUse.SYNC.allWriteUnits());
    }

    @Test
    void aTaskIsAcceptedByOneWriteAndOneSend() {
        // Its own account has nothing else going on; the worker's calls come after the send.
        var id = pixapi.submit(key, BODY).json().string("id");
        pixapi.await(key, id);
        assertEquals(
                List.of("TransactWriteItems", "SendMessage"),
                CALLS.named("TransactWriteItems", "SendMessage").subList(0, 2));
        assertEquals(1, CALLS.named("SendMessage").size());
    }

    @Test
    void aWorkerClaimsAndSettlesForOneUnitMore() {
        var id = pixapi.submit(key, BODY).json().string("id");
        pixapi.await(key, id);
        assertEquals(
                List.of("TransactWriteItems", "UpdateItem", "TransactWriteItems"),
                CALLS.named("TransactWriteItems", "UpdateItem"));
        assertUsed(TaskUse.ASYNC);
        assertEquals(14, TaskUse.ASYNC.allWriteUnits());
    }

    private static void assertUsed(TaskUse use) {
        assertEquals(use.writeUnits().stream().map(Integer::doubleValue).toList(), CALLS.units());
        assertEquals(use.puts(), OBJECTS.named("PutObject").size(), OBJECTS.calls.toString());
        assertEquals(use.gets(), OBJECTS.named("GetObject").size(), OBJECTS.calls.toString());
    }

    @Test
    void aReplayCostsOneWriteThatFails() {
        pixapi.generate(key, BODY, "Idempotency-Key", "counted");
        forget();
        pixapi.generate(key, BODY, "Idempotency-Key", "counted");
        assertEquals(1, CALLS.named("TransactWriteItems").size());
    }
}
