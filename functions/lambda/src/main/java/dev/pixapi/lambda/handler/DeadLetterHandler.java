package dev.pixapi.lambda.handler;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;

import dev.pixapi.lambda.wiring.Lazy;
import dev.pixapi.lambda.wiring.Pixapi;
import dev.pixapi.task.SweepTasks;

import java.util.function.Supplier;

/** Fails tasks whose messages were received too often, and releases their holds. */
public final class DeadLetterHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {
    private final Supplier<SweepTasks> sweep;
    private final TaskMessages messages;

    public DeadLetterHandler() {
        this(Pixapi.onAws(DeadLetterHandler.class));
    }

    public DeadLetterHandler(Pixapi pixapi) {
        this.sweep = Lazy.of(pixapi::sweepTasks);
        this.messages = new TaskMessages(pixapi.metrics());
    }

    @Override
    public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
        return messages.each(event, sweep.get()::bury);
    }
}
