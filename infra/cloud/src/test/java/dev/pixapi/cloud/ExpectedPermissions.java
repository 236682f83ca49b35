package dev.pixapi.cloud;

import dev.pixapi.lambda.blueprint.Access;
import dev.pixapi.lambda.blueprint.Bucket;
import dev.pixapi.lambda.blueprint.LambdaFunction;
import dev.pixapi.lambda.blueprint.Queue;
import dev.pixapi.lambda.blueprint.Secret;
import dev.pixapi.lambda.blueprint.Table;
import dev.pixapi.lambda.blueprint.Trigger.Messages;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What the blueprint allows a function, and what Lambda needs to log and to receive messages. */
record ExpectedPermissions(LambdaFunction function, boolean traced) {
    private static final List<String> TRACING =
            List.of("xray:PutTelemetryRecords", "xray:PutTraceSegments");

    private static final List<String> LOGGING =
            List.of("logs:CreateLogStream", "logs:PutLogEvents");

    private static final List<String> RECEIVING =
            List.of(
                    "sqs:ChangeMessageVisibility",
                    "sqs:DeleteMessage",
                    "sqs:GetQueueAttributes",
                    "sqs:GetQueueUrl",
                    "sqs:ReceiveMessage");

    Set<String> all() {
        var all = new TreeSet<String>();
        LOGGING.forEach(
                action -> all.add(action + " on Functions/" + function.name() + "Logs.Arn"));
        if (traced) {
            TRACING.forEach(action -> all.add(action + " on *"));
        }
        if (function.trigger() instanceof Messages messages) {
            var arn = "Queues/" + messages.queue().name() + ".Arn";
            RECEIVING.forEach(action -> all.add(action + " on " + arn));
        }
        for (var access : function.access()) {
            access.actions()
                    .forEach(
                            action ->
                                    arns(access, action)
                                            .forEach(
                                                    arn ->
                                                            all.add(
                                                                    action.iamName()
                                                                            + " on "
                                                                            + arn)));
        }
        return all;
    }

    private static Stream<String> arns(Access access, Access.Action action) {
        return switch (access.resource()) {
            case Table table when table.indexes().isEmpty() ->
                    Stream.of("Tables/" + table.name() + ".Arn");
            case Table table ->
                    Stream.of(
                            "Tables/" + table.name() + ".Arn",
                            "Tables/" + table.name() + ".Arn/index/*");
            case Queue queue -> Stream.of("Queues/" + queue.name() + ".Arn");
            case Bucket bucket when action.iamName().endsWith("Bucket") ->
                    Stream.of("Buckets/" + bucket.name() + ".Arn");
            case Bucket bucket ->
                    Stream.of("images", "tasks", "answers", "files")
                            .map(prefix -> "Buckets/" + bucket.name() + ".Arn/" + prefix + "/*");
            case Secret secret -> Stream.of("Secrets/" + secret.name());
        };
    }
}
