package dev.pixapi.cloud.compute;

import dev.pixapi.lambda.blueprint.Access;
import dev.pixapi.lambda.blueprint.Access.Action;
import dev.pixapi.lambda.blueprint.Access.Right;
import dev.pixapi.lambda.blueprint.Bucket;
import dev.pixapi.lambda.blueprint.LambdaFunction;
import dev.pixapi.lambda.blueprint.Queue;
import dev.pixapi.lambda.blueprint.Secret;
import dev.pixapi.lambda.blueprint.Table;
import dev.pixapi.lambda.blueprint.Trigger;
import dev.pixapi.lambda.blueprint.Trigger.Messages;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

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

    private static final List<String> READING_A_STREAM =
            List.of(
                    "dynamodb:DescribeStream",
                    "dynamodb:GetRecords",
                    "dynamodb:GetShardIterator",
                    "dynamodb:ListStreams");

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
        if (function.trigger() instanceof Trigger.Stream stream) {
            var arn = "Tables/" + stream.table().name() + ".StreamArn";
            READING_A_STREAM.forEach(action -> all.add(action + " on " + arn));
        }
        function.access().stream()
                .flatMap(Access::rights)
                .map(ExpectedPermissions::text)
                .forEach(all::add);
        return all;
    }

    /** Whole names only: the one wildcard is that for the objects in a folder. */
    private static String text(Right right) {
        var action = right.action().iamName();
        return switch (right.resource()) {
            case Table table -> {
                var rows = action + " on Tables/" + table.name() + ".Arn";
                yield rows + right.part().map(index -> "/index/" + index).orElse("");
            }
            case Queue queue -> action + " on Queues/" + queue.name() + ".Arn";
            case Bucket bucket -> {
                var whole = action + " on Buckets/" + bucket.name() + ".Arn";
                var names = right.part().orElseThrow() + "*";
                yield right.action() == Action.LIST_BUCKET
                        ? whole + " if StringLikeIfExists s3:prefix " + names
                        : whole + "/" + names;
            }
            case Secret secret -> action + " on Secrets/" + secret.name();
        };
    }
}
