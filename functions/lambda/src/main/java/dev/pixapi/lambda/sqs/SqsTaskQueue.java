package dev.pixapi.lambda.sqs;

import dev.pixapi.json.Json;
import dev.pixapi.ledger.TaskId;
import dev.pixapi.task.TaskQueue;

import software.amazon.awssdk.services.sqs.SqsClient;

import java.util.Map;

/** Tasks as SQS messages: {@code {"task":"task_…"}}. */
public final class SqsTaskQueue implements TaskQueue {
    private final SqsClient client;
    private final String url;

    public SqsTaskQueue(SqsClient client, String url) {
        this.client = client;
        this.url = url;
    }

    @Override
    public void send(TaskId id) {
        var body = Json.write(Map.of("task", id.value()));
        client.sendMessage(message -> message.queueUrl(url).messageBody(body));
    }
}
