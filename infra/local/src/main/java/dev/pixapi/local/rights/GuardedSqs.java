package dev.pixapi.local.rights;

import dev.pixapi.lambda.blueprint.Access.Action;

import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageResponse;

/** The queues as a function may touch them; like {@link GuardedDynamoDb} in what is not here. */
final class GuardedSqs implements SqsClient {
    private final SqsClient client;
    private final Guard guard;

    GuardedSqs(SqsClient client, Guard guard) {
        this.client = client;
        this.guard = guard;
    }

    @Override
    public SendMessageResponse sendMessage(SendMessageRequest message) {
        guard.check(Action.SEND_MESSAGE, message.queueUrl());
        return client.sendMessage(message);
    }

    @Override
    public String serviceName() {
        return client.serviceName();
    }

    /** The client is not this function's alone. */
    @Override
    public void close() {}
}
