package dev.pixapi.lambda.handler;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;

import dev.pixapi.json.Json;
import dev.pixapi.json.MalformedJson;
import dev.pixapi.ledger.TaskId;

import java.util.ArrayList;
import java.util.Optional;

/** Messages that name a task, one after the other; those that failed are delivered again. */
final class TaskMessages {
    private static final System.Logger LOG = System.getLogger(TaskMessages.class.getName());

    private TaskMessages() {}

    /** What is done with a task. */
    interface Work {
        void on(TaskId id) throws InterruptedException;
    }

    static SQSBatchResponse each(SQSEvent event, Work work) {
        var failures = new ArrayList<BatchItemFailure>();
        for (var message : event.getRecords()) {
            if (!done(message, work)) {
                failures.add(new BatchItemFailure(message.getMessageId()));
            }
        }
        return new SQSBatchResponse(failures);
    }

    private static boolean done(SQSMessage message, Work work) {
        var id = task(message);
        if (id.isEmpty()) {
            LOG.log(System.Logger.Level.ERROR, "message {0} names no task", message.getMessageId());
            return true;
        }
        try {
            work.on(id.get());
            return true;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        } catch (RuntimeException failure) {
            LOG.log(System.Logger.Level.ERROR, "work on " + id.get() + " failed", failure);
            return false;
        }
    }

    private static Optional<TaskId> task(SQSMessage message) {
        try {
            return Optional.ofNullable(Json.object(message.getBody()).get("task"))
                    .flatMap(id -> TaskId.parse(id.toString()));
        } catch (MalformedJson _) {
            return Optional.empty();
        }
    }
}
