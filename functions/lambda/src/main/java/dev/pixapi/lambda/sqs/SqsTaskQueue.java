package dev.pixapi.lambda.sqs;

import dev.pixapi.json.Json;
import dev.pixapi.ledger.TaskId;
import dev.pixapi.task.TaskQueue;

import software.amazon.awssdk.services.sqs.SqsClient;

import java.util.Map;
import java.util.function.Supplier;

/** Tasks as SQS messages: {@code {"task":"task_…"}}. */
public final class SqsTaskQueue implements TaskQueue {
    private final Supplier<SqsClient> client;
    private final Supplier<String> url;

    /** Neither is asked for before the first message: some functions never send one. */
    public SqsTaskQueue(Supplier<SqsClient> client, Supplier<String> url) {
        this.client = client;
        this.url = url;
    }

    @Override
    public void send(TaskId id) {
        var body = Json.write(Map.of("task", id.value()));
        client.get().sendMessage(message -> message.queueUrl(url.get()).messageBody(body));
    }
}
