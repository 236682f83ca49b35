package dev.pixapi.lambda.blueprint;

import java.time.Duration;

/** What starts a function. */
public sealed interface Trigger {
    /**
     * A request.
     *
     * @param path as API Gateway writes it, {@code /v1/tasks/{id}}
     * @param transfer how the answer goes back
     */
    record Http(String method, String path, Transfer transfer) implements Trigger {}

    /** Messages of a queue, with ReportBatchItemFailures. */
    record Messages(Queue queue, int batchSize) implements Trigger {}

    /**
     * Every version of a table's rows, as it was written; with ReportBatchItemFailures.
     *
     * @param window how long versions are gathered for one batch, if it is not full before
     */
    record Stream(Table table, int batchSize, Duration window) implements Trigger {}

    /** A clock. */
    record Schedule(Duration every) implements Trigger {}

    /** Nothing but a direct invocation ({@code aws lambda invoke}). */
    record Direct() implements Trigger {}

    /** API Gateway's two ways to hand back what a function answers. */
    enum Transfer {
        /** Up to 6 MB, within 29 seconds. */
        BUFFERED,
        /** Any size, within 15 minutes. */
        STREAM
    }
}
