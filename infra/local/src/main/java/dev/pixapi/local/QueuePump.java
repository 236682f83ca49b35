package dev.pixapi.local;

import dev.pixapi.json.Fields;
import dev.pixapi.json.Json;
import dev.pixapi.json.MalformedJson;
import dev.pixapi.lambda.blueprint.LambdaFunction;
import dev.pixapi.local.LocalFunctions.FunctionFailed;

import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Carries messages from a queue to its function, as Lambda's event source mapping does: batches of
 * one, several at a time; what the function did not report as failed is deleted.
 */
final class QueuePump implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(QueuePump.class.getName());

    /** Workers at a time. */
    private static final int CONCURRENCY = 8;

    private static final int POLL_SECONDS = 10;

    private final SqsClient sqs;
    private final LocalFunctions functions;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean open = true;

    QueuePump(SqsClient sqs, LocalFunctions functions) {
        this.sqs = sqs;
        this.functions = functions;
    }

    void start(LambdaFunction function, String queueUrl) {
        for (var i = 0; i < CONCURRENCY; i++) {
            threads.execute(() -> pump(function, queueUrl));
        }
    }

    private void pump(LambdaFunction function, String queueUrl) {
        while (open) {
            try {
                for (var message : receive(queueUrl)) {
                    deliver(function, queueUrl, message);
                }
            } catch (SdkException failure) {
                if (open) {
                    LOG.log(System.Logger.Level.ERROR, "a queue cannot be read", failure);
                    pause();
                }
            }
        }
    }

    /** A second, so that a queue that is gone does not fill the log. */
    private void pause() {
        try {
            Thread.sleep(1_000);
        } catch (InterruptedException _) {
            open = false;
        }
    }

    private List<Message> receive(String queueUrl) {
        return sqs.receiveMessage(
                        receive ->
                                receive.queueUrl(queueUrl)
                                        .maxNumberOfMessages(1)
                                        .waitTimeSeconds(POLL_SECONDS)
                                        .messageSystemAttributeNames(
                                                MessageSystemAttributeName.ALL))
                .messages();
    }

    private void deliver(LambdaFunction function, String queueUrl, Message message) {
        try {
            var answer = functions.invoke(function.name(), event(message));
            if (new Fields(Json.object(answer)).objects("batchItemFailures").isEmpty()) {
                sqs.deleteMessage(
                        delete -> delete.queueUrl(queueUrl).receiptHandle(message.receiptHandle()));
            }
        } catch (FunctionFailed | MalformedJson failure) {
            LOG.log(
                    open ? System.Logger.Level.ERROR : System.Logger.Level.DEBUG,
                    "a message will come again",
                    failure);
        }
    }

    private static byte[] event(Message message) {
        var record = new LinkedHashMap<String, Object>();
        record.put("messageId", message.messageId());
        record.put("receiptHandle", message.receiptHandle());
        record.put("body", message.body());
        record.put("attributes", message.attributesAsStrings());
        record.put("messageAttributes", Map.of());
        record.put("md5OfBody", message.md5OfBody());
        record.put("eventSource", "aws:sqs");
        record.put("awsRegion", "us-east-1");
        return Json.bytes(Map.of("Records", List.of(record)));
    }

    @Override
    public void close() {
        open = false;
        threads.shutdownNow();
    }
}
