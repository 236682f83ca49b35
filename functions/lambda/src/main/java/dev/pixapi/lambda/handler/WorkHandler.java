package dev.pixapi.lambda.handler;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;

import dev.pixapi.lambda.wiring.Pixapi;
import dev.pixapi.task.WorkTask;

/** Takes tasks from the queue and runs them. */
public final class WorkHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {
    private final WorkTask work;

    public WorkHandler() {
        this(Pixapi.onAws());
    }

    public WorkHandler(Pixapi pixapi) {
        this.work = pixapi.workTask();
    }

    @Override
    public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
        return TaskMessages.each(event, work::work);
    }
}
