package dev.pixapi.lambda.handler;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;

import dev.pixapi.lambda.wiring.Pixapi;
import dev.pixapi.task.SweepTasks;

/** Fails tasks whose messages were received too often, and releases their holds. */
public final class DeadLetterHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {
    private final SweepTasks sweep;

    public DeadLetterHandler() {
        this(Pixapi.onAws());
    }

    public DeadLetterHandler(Pixapi pixapi) {
        this.sweep = pixapi.sweepTasks();
    }

    @Override
    public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
        return TaskMessages.each(event, sweep::bury);
    }
}
