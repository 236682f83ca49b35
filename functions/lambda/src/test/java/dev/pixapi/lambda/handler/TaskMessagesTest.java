package dev.pixapi.lambda.handler;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;

import dev.pixapi.lambda.cloudwatch.EmfMetrics;
import dev.pixapi.ledger.TaskId;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

class TaskMessagesTest {
    private static final String FIRST = "task_01ARZ3NDEKTSV4RRFFQ69G5FAV";
    private static final String SECOND = "task_01ARZ3NDEKTSV4RRFFQ69G5FAW";

    private final List<String> lines = new ArrayList<>();
    private final TaskMessages messages =
            new TaskMessages(
                    new EmfMetrics(Optional.of("Pixapi"), InstantSource.system(), lines::add));

    @Test
    void eachMessageIsWorkedOn() {
        var worked = new ArrayList<TaskId>();
        var response = messages.each(event(message(FIRST), message(SECOND)), worked::add);
        assertEquals(List.of(new TaskId(FIRST), new TaskId(SECOND)), worked);
        assertEquals(List.of(), failures(response));
    }

    @Test
    void onlyTheOneThatFailedIsDeliveredAgain() {
        var response =
                messages.each(
                        event(message(FIRST), message(SECOND)),
                        id -> {
                            if (id.value().equals(FIRST)) {
                                throw new IllegalStateException("the table is gone");
                            }
                        });
        assertEquals(List.of("id of " + message(FIRST)), failures(response));
    }

    @Test
    void anInterruptedOneIsDeliveredAgain() {
        var response =
                messages.each(
                        event(message(FIRST)),
                        _ -> {
                            throw new InterruptedException();
                        });
        assertEquals(true, Thread.interrupted());
        assertEquals(List.of("id of " + message(FIRST)), failures(response));
    }

    /** A message that nobody can read would only come back until it is a dead letter. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "{}",
                "{\"task\": null}",
                "{\"task\": 5}",
                "{\"task\": []}",
                "{\"task\": \"task_1\"}",
                "{\"task\": \"../task\"}",
                "hello"
            })
    void aMessageThatNamesNoTaskIsDoneWith(String body) {
        var worked = new ArrayList<TaskId>();
        var response = messages.each(event(body, message(FIRST)), worked::add);
        assertEquals(List.of(), failures(response));
        assertEquals(List.of(new TaskId(FIRST)), worked);
    }

    private static String message(String task) {
        return "{\"task\": \"" + task + "\"}";
    }

    private static SQSEvent event(String... bodies) {
        var event = new SQSEvent();
        var records = new ArrayList<SQSMessage>();
        for (var body : bodies) {
            var message = new SQSMessage();
            message.setMessageId("id of " + body);
            message.setBody(body);
            records.add(message);
        }
        event.setRecords(records);
        return event;
    }

    private static List<String> failures(SQSBatchResponse response) {
        return response.getBatchItemFailures().stream()
                .map(BatchItemFailure::getItemIdentifier)
                .toList();
    }
}
