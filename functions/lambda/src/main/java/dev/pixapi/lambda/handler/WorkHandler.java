package dev.pixapi.lambda.handler;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;

import dev.pixapi.lambda.wiring.Lazy;
import dev.pixapi.lambda.wiring.Pixapi;
import dev.pixapi.task.WorkTask;

import java.util.function.Supplier;

/** Takes tasks from the queue and runs them. */
public final class WorkHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {
    private final Supplier<WorkTask> work;
    private final TaskMessages messages;

    public WorkHandler() {
        this(Pixapi.onAws(WorkHandler.class));
    }

    public WorkHandler(Pixapi pixapi) {
        this.work = Lazy.of(pixapi::workTask);
        this.messages = new TaskMessages(pixapi.metrics());
    }

    @Override
    public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
        return messages.each(event, work.get()::work);
    }
}
