package dev.pixapi.cloud.state;

import dev.pixapi.cloud.stage.Durations;
import dev.pixapi.cloud.stage.Stage;
import dev.pixapi.lambda.blueprint.Access;
import dev.pixapi.lambda.blueprint.Blueprint;
import dev.pixapi.lambda.blueprint.Queue;
import dev.pixapi.lambda.blueprint.Queue.Redrive;
import dev.pixapi.lambda.blueprint.Trigger.Messages;

import software.amazon.awscdk.services.iam.IGrantable;
import software.amazon.awscdk.services.lambda.IEventSource;
import software.amazon.awscdk.services.lambda.eventsources.SqsEventSource;
import software.amazon.awscdk.services.sqs.DeadLetterQueue;
import software.amazon.awscdk.services.sqs.IQueue;
import software.amazon.awscdk.services.sqs.QueueEncryption;
import software.constructs.Construct;

import java.util.LinkedHashMap;
import java.util.Map;

/** The blueprint's queues: encrypted by SQS, closed to plain HTTP. */
public final class Queues extends Construct {
    /** SQS allows no fewer. */
    private static final int FEWEST_AT_ONCE = 2;

    private final Stage stage;
    private final Map<String, IQueue> made = new LinkedHashMap<>();

    public Queues(Construct scope, String id, Stage stage) {
        super(scope, id);
        this.stage = stage;
        Blueprint.QUEUES.forEach(queue -> made.put(queue.name(), queue(queue)));
    }

    String physicalName(Queue queue) {
        return made.get(queue.name()).getQueueUrl();
    }

    /** By which CloudWatch knows it. */
    public String queueName(Queue queue) {
        return made.get(queue.name()).getQueueName();
    }

    void grant(IGrantable who, Queue queue, Access access) {
        made.get(queue.name()).grant(who, State.iamNames(access).toArray(String[]::new));
    }

    /** Gives a function the queue's messages, and the right to receive and delete them. */
    public IEventSource source(Messages messages) {
        return SqsEventSource.Builder.create(made.get(messages.queue().name()))
                .batchSize(messages.batchSize())
                .reportBatchItemFailures(true)
                .maxConcurrency(atOnce(messages.queue()))
                .build();
    }

    /** Dead letters are few and quickly dealt with; the account's concurrency is for the rest. */
    private int atOnce(Queue queue) {
        return queue.redrive().isPresent() ? stage.compute().workers() : FEWEST_AT_ONCE;
    }

    private IQueue queue(Queue queue) {
        var builder =
                software.amazon.awscdk.services.sqs.Queue.Builder.create(this, queue.name())
                        .visibilityTimeout(Durations.of(queue.visibility()))
                        .retentionPeriod(Durations.of(queue.retention()))
                        .encryption(QueueEncryption.SQS_MANAGED)
                        .enforceSsl(true);
        queue.redrive().map(this::deadLetters).ifPresent(builder::deadLetterQueue);
        return builder.build();
    }

    private DeadLetterQueue deadLetters(Redrive redrive) {
        return DeadLetterQueue.builder()
                .queue(made.get(redrive.deadLetters().name()))
                .maxReceiveCount(redrive.receives())
                .build();
    }
}
