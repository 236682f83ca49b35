package dev.pixapi.cloud.check;

import static dev.pixapi.cloud.check.Template.value;

import dev.pixapi.cloud.check.Template.Part;

import java.util.Optional;
import java.util.stream.Stream;

/** What loses or repeats messages. */
final class QueueChecks {
    private static final int STANDARD_VISIBILITY_SECONDS = 30;
    private static final int STANDARD_RETENTION_SECONDS = 345_600;
    private static final int STANDARD_TIMEOUT_SECONDS = 3;

    private QueueChecks() {}

    /**
     * A message that comes back while it is worked on is worked on twice. AWS advises six times the
     * function's time, for batches and for throttled functions; ours come one at a time, and
     * MaximumConcurrency keeps Lambda from receiving what it cannot run.
     */
    static Stream<String> visibility(Template template) {
        return template.all("AWS::Lambda::EventSourceMapping")
                .flatMap(
                        mapping ->
                                pair(template, mapping)
                                        .filter(pair -> hidden(pair.queue()) <= runs(pair))
                                        .map(QueueChecks::tooShort)
                                        .stream());
    }

    /** A message keeps its age when it is moved, so a shorter life may be over at once. */
    static Stream<String> retention(Template template) {
        return template.all("AWS::SQS::Queue")
                .flatMap(
                        queue ->
                                template
                                        .target(value(queue, "RedrivePolicy"))
                                        .filter(dead -> kept(dead) < kept(queue))
                                        .map(dead -> forgotten(queue, dead))
                                        .stream());
    }

    private record Pair(Part queue, Part function) {}

    private static Optional<Pair> pair(Template template, Part mapping) {
        return template.target(value(mapping, "EventSourceArn"))
                .filter(source -> source.whole().string("Type").equals("AWS::SQS::Queue"))
                .flatMap(
                        queue ->
                                template.function(value(mapping, "FunctionName"))
                                        .map(function -> new Pair(queue, function)));
    }

    private static String tooShort(Pair pair) {
        return "%s hides a message for %d s, but %s may run for %d s"
                .formatted(
                        pair.queue().path(),
                        hidden(pair.queue()),
                        pair.function().path(),
                        runs(pair));
    }

    private static String forgotten(Part queue, Part dead) {
        return "%s keeps a message for %d s, but %s, whose dead letters it has, for %d s"
                .formatted(dead.path(), kept(dead), queue.path(), kept(queue));
    }

    private static long hidden(Part queue) {
        return number(queue, "VisibilityTimeout", STANDARD_VISIBILITY_SECONDS);
    }

    private static long runs(Pair pair) {
        return number(pair.function(), "Timeout", STANDARD_TIMEOUT_SECONDS);
    }

    private static long kept(Part queue) {
        return number(queue, "MessageRetentionPeriod", STANDARD_RETENTION_SECONDS);
    }

    private static long number(Part part, String property, long standard) {
        return part.properties().has(property) ? part.properties().number(property) : standard;
    }
}
