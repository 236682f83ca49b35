package dev.pixapi.local.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.pixapi.json.Fields;
import dev.pixapi.json.Json;
import dev.pixapi.lambda.wiring.AwsClients;
import dev.pixapi.local.LocalSystem;
import dev.pixapi.local.TestingSystem;
import dev.pixapi.local.TestingSystem.Answer;
import dev.pixapi.local.embedded.EmbeddedServers;
import dev.pixapi.local.upstream.UpstreamDouble;
import dev.pixapi.metric.Metric;

import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.sqs.SqsClient;

import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * A system whose metrics are watched, with a live account, an upstream, and tables and a queue that
 * can be disturbed.
 */
public final class MeteredSystem implements AutoCloseable {
    static final String PROMPT = "A heron nobody may read about";
    private static final String NAMESPACE = "Pixapi-test";

    private final MetricLines lines = MetricLines.capture();
    private final UpstreamDouble upstream = UpstreamDouble.start();
    private final AtomicReference<Consumer<SdkRequest>> beforeTables =
            new AtomicReference<>(_ -> {});
    private volatile boolean queueIsDown;
    private final TestingSystem pixapi;
    private final Fields account;

    /**
     * @param settings names and values in turn
     */
    public MeteredSystem(String... settings) {
        var all = new HashMap<>(upstream.settings(settings));
        all.put("PIXAPI_METRICS_NAMESPACE", NAMESPACE);
        this.pixapi = TestingSystem.start(all, this::clients);
        this.account = pixapi.provision("live", 100);
        awaitTheFirstSweep();
    }

    /** It comes with the start, and would come between. */
    private void awaitTheFirstSweep() {
        while (lines.texts().isEmpty()) {
            Thread.onSpinWait();
        }
        lines.forget();
    }

    /** Dies as a process does: no code of ours may catch it and go on. */
    public static final class SimulatedCrash extends Error {
        private static final long serialVersionUID = 1;
    }

    private final class Disturbance implements ExecutionInterceptor {
        @Override
        public void beforeExecution(
                Context.BeforeExecution context, ExecutionAttributes attributes) {
            beforeTables.get().accept(context.request());
        }
    }

    private AwsClients clients(EmbeddedServers servers) {
        var plain = LocalSystem.clients(servers);
        var disturbed =
                AwsClients.plain(DynamoDbClient.builder())
                        .endpointOverride(servers.dynamoDbEndpoint())
                        .region(Region.US_EAST_1)
                        .credentialsProvider(servers.credentials())
                        .overrideConfiguration(
                                o ->
                                        o.retryStrategy(RetryMode.STANDARD)
                                                .addExecutionInterceptor(new Disturbance()))
                        .build();
        return new AwsClients(
                () -> disturbed,
                plain.s3(),
                plain.signer(),
                () -> queue(plain.sqs().get()),
                plain.secrets(),
                plain.credentials());
    }

    private SqsClient queue(SqsClient plain) {
        return (SqsClient)
                Proxy.newProxyInstance(
                        SqsClient.class.getClassLoader(),
                        new Class<?>[] {SqsClient.class},
                        (_, method, arguments) -> {
                            if (queueIsDown && method.getName().equals("sendMessage")) {
                                throw new IllegalStateException("the queue is down");
                            }
                            return method.invoke(plain, arguments);
                        });
    }

    public MetricLines lines() {
        return lines;
    }

    public UpstreamDouble upstream() {
        return upstream;
    }

    public TestingSystem pixapi() {
        return pixapi;
    }

    public String key() {
        return account.string("key");
    }

    /** As it is named in the tables. */
    public String account() {
        return "live:" + account.string("account");
    }

    /** It takes no message. */
    public void queueIsDown(boolean down) {
        queueIsDown = down;
    }

    /** Sees each call of the tables before it is made; what it throws, the caller gets. */
    public void beforeTables(Consumer<SdkRequest> disturbance) {
        beforeTables.set(disturbance);
    }

    public void nothingDisturbs() {
        beforeTables(_ -> {});
    }

    /** Of one image for 4 credits. */
    public static Map<String, Object> order(int images) {
        return Map.of("model", "gpt-image-2", "prompt", PROMPT, "quality", "medium", "n", images);
    }

    public Answer generate(int images) {
        return pixapi.generate(key(), order(images));
    }

    /** The id of a task that waits for a worker. */
    public String submit() {
        var answer = pixapi.submit(key(), order(1));
        assertEquals(202, answer.status());
        return answer.json().string("id");
    }

    public void sweep() {
        pixapi.invoke("Sweeper", Map.of());
    }

    /** Sweeps as the schedule would, until so much was counted; 20 s at most. */
    public void sweepUntil(Metric metric, double count) throws InterruptedException {
        for (var i = 0; i < 100 && lines.sum(metric) < count; i++) {
            sweep();
            Thread.sleep(200);
        }
        assertEquals(count, lines.sum(metric), metric.name());
    }

    /** Until so much was counted; 20 s at most. */
    public void await(Metric metric, double count) throws InterruptedException {
        for (var i = 0; i < 200 && lines.sum(metric) < count; i++) {
            Thread.sleep(100);
        }
        assertEquals(count, lines.sum(metric), metric.name());
    }

    /** Hands one message to a function. */
    void message(String function, String body) {
        var message = Map.of("messageId", "m", "body", body);
        pixapi.invoke(function, Map.of("Records", List.of(message)));
    }

    static String naming(String task) {
        return Json.write(Map.of("task", task));
    }

    public static boolean isSettlement(SdkRequest request) {
        return request instanceof TransactWriteItemsRequest write
                && write.transactItems().size() == 3
                && write.transactItems().getFirst().update() != null
                && write.transactItems().getFirst().update().key().containsKey("id");
    }

    /** Nothing that was written says who asked for what, or with which key. */
    @Override
    public void close() {
        for (var line : lines.texts()) {
            EmfSpec.check(line);
            for (var secret :
                    new String[] {
                        PROMPT,
                        UpstreamDouble.KEY,
                        account.string("key"),
                        account.string("key_id"),
                        account.string("account")
                    }) {
                assertFalse(line.contains(secret), line);
            }
        }
        pixapi.close();
        upstream.close();
        lines.close();
    }
}
