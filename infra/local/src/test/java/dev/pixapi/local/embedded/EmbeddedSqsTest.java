package dev.pixapi.local.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.SqsException;

import java.io.IOException;
import java.util.List;
import java.util.Map;

class EmbeddedSqsTest {
    private static EmbeddedSqs server;
    private static SqsClient client;

    @BeforeAll
    static void start() throws IOException {
        server = EmbeddedSqs.start();
        client = LocalClients.sqs(server.endpoint());
    }

    @AfterAll
    static void stop() throws IOException {
        client.close();
        server.close();
    }

    @Test
    void aMessageComesAgainWhenItsVisibilityTimeoutEnds() {
        var queue = queue("again", Map.of(QueueAttributeName.VISIBILITY_TIMEOUT, "1"));
        client.sendMessage(send -> send.queueUrl(queue).messageBody("task"));

        assertEquals("1", receiveCount(one(queue)));
        assertEquals(List.of(), receive(queue, 0));
        assertEquals("2", receiveCount(one(queue)));
    }

    @Test
    void aMessageThatIsReceivedTooOftenGoesToTheDeadLetterQueue() {
        var dead = queue("dead", Map.of());
        var policy =
                "{\"deadLetterTargetArn\":\"%s\",\"maxReceiveCount\":\"1\"}".formatted(arn(dead));
        var queue =
                queue(
                        "redriven",
                        Map.of(
                                QueueAttributeName.VISIBILITY_TIMEOUT,
                                "0",
                                QueueAttributeName.REDRIVE_POLICY,
                                policy));
        client.sendMessage(send -> send.queueUrl(queue).messageBody("poison"));

        assertEquals("poison", one(queue).body());
        assertEquals(List.of(), receive(queue, 0));
        assertEquals("poison", one(dead).body());
    }

    /** SQS would answer 200 and keep the message: callers must treat both alike. */
    @Test
    void aDeleteWithAnOldReceiptHandleIsRefusedAndKeepsTheMessage() {
        var queue = queue("receipts", Map.of(QueueAttributeName.VISIBILITY_TIMEOUT, "0"));
        client.sendMessage(send -> send.queueUrl(queue).messageBody("task"));
        var old = one(queue).receiptHandle();
        var current = one(queue).receiptHandle();

        assertNotEquals(old, current);
        var refusal = assertThrows(SqsException.class, () -> delete(queue, old));
        assertEquals(400, refusal.statusCode());
        delete(queue, current);
        assertEquals(List.of(), receive(queue, 0));
    }

    private static String queue(String name, Map<QueueAttributeName, String> attributes) {
        return client.createQueue(queue -> queue.queueName(name).attributes(attributes)).queueUrl();
    }

    private static String arn(String queue) {
        return client.getQueueAttributes(
                        get -> get.queueUrl(queue).attributeNames(QueueAttributeName.QUEUE_ARN))
                .attributes()
                .get(QueueAttributeName.QUEUE_ARN);
    }

    private static Message one(String queue) {
        return receive(queue, 5).getFirst();
    }

    private static List<Message> receive(String queue, int waitSeconds) {
        return client.receiveMessage(
                        receive ->
                                receive.queueUrl(queue)
                                        .waitTimeSeconds(waitSeconds)
                                        .messageSystemAttributeNames(
                                                MessageSystemAttributeName
                                                        .APPROXIMATE_RECEIVE_COUNT))
                .messages();
    }

    private static String receiveCount(Message message) {
        return message.attributes().get(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT);
    }

    private static void delete(String queue, String receiptHandle) {
        client.deleteMessage(delete -> delete.queueUrl(queue).receiptHandle(receiptHandle));
    }
}
