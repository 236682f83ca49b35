package dev.pixapi.lambda.handler;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;

import dev.pixapi.json.Json;
import dev.pixapi.json.MalformedJson;
import dev.pixapi.lambda.cloudwatch.EmfMetrics;
import dev.pixapi.ledger.TaskId;
import dev.pixapi.metric.Metric;

import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;

/** Messages that name a task, one after the other; those that failed are delivered again. */
final class TaskMessages {
    private static final System.Logger LOG = System.getLogger(TaskMessages.class.getName());

    private final EmfMetrics metrics;

    TaskMessages(EmfMetrics metrics) {
        this.metrics = metrics;
    }

    /** What is done with a task. */
    interface Work {
        void on(TaskId id) throws InterruptedException;
    }

    SQSBatchResponse each(SQSEvent event, Work work) {
        var failures = new ArrayList<BatchItemFailure>();
        for (var message : event.getRecords()) {
            if (!done(message, work)) {
                failures.add(new BatchItemFailure(message.getMessageId()));
            }
        }
        return new SQSBatchResponse(failures);
    }

    private boolean done(SQSMessage message, Work work) {
        var id = task(message);
        try {
            if (id.isPresent()) {
                return done(id.get(), work);
            }
            LOG.log(System.Logger.Level.ERROR, "message {0} names no task", message.getMessageId());
            metrics.count(Metric.MESSAGE_FAILURES);
            return true;
        } finally {
            metrics.flush(id.map(task -> Map.of("task_id", task.value())).orElse(Map.of()));
        }
    }

    private boolean done(TaskId id, Work work) {
        try {
            work.on(id);
            return true;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            metrics.fault(Metric.MESSAGE_FAILURES, stop);
            return false;
        } catch (RuntimeException failure) {
            LOG.log(System.Logger.Level.ERROR, "work on " + id + " failed", failure);
            metrics.fault(Metric.MESSAGE_FAILURES, failure);
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
