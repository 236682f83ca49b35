package dev.pixapi.lambda.blueprint;

import java.time.Duration;
import java.util.Optional;

/**
 * An SQS queue.
 *
 * @param visibility how long a message that was received stays hidden; longer than the function
 *     that works on it
 * @param retention how long a message is kept
 * @param redrive where messages go that were received too often
 */
public record Queue(String name, Duration visibility, Duration retention, Optional<Redrive> redrive)
        implements Resource {

    /** After so many receives, a message goes to the dead-letter queue. */
    public record Redrive(Queue deadLetters, int receives) {}

    @Override
    public String environmentVariable() {
        return Resource.variable("QUEUE", name);
    }
}
