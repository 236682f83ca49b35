package dev.pixapi.cloud.watch;

import dev.pixapi.metric.Metric;

import java.util.HashSet;
import java.util.Set;

/** What there is to read: an alarm on a name that nobody writes would be silent for ever. */
final class KnownMetrics {
    /**
     * As AWS documents names and dimensions.
     *
     * @see <a
     *     href="https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-metrics-and-dimensions.html">API
     *     Gateway</a>
     * @see <a
     *     href="https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html">Lambda</a>
     * @see <a
     *     href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-available-cloudwatch-metrics.html">SQS</a>
     * @see <a
     *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/metrics-dimensions.html">DynamoDB</a>
     */
    private static final Set<String> OF_AWS =
            Set.of(
                    "AWS/ApiGateway Count by ApiName by Stage",
                    "AWS/ApiGateway 4XXError by ApiName by Stage",
                    "AWS/ApiGateway 5XXError by ApiName by Stage",
                    "AWS/ApiGateway Latency by ApiName by Stage",
                    "AWS/Lambda Invocations by FunctionName",
                    "AWS/Lambda Errors by FunctionName",
                    "AWS/Lambda IteratorAge by FunctionName",
                    "AWS/Lambda Throttles by FunctionName",
                    "AWS/Lambda Duration by FunctionName",
                    "AWS/Lambda ConcurrentExecutions by FunctionName",
                    "AWS/Lambda ConcurrentExecutions",
                    "AWS/Lambda ClaimedAccountConcurrency",
                    "AWS/SQS ApproximateAgeOfOldestMessage by QueueName",
                    "AWS/SQS ApproximateNumberOfMessagesVisible by QueueName",
                    "AWS/SQS ApproximateNumberOfMessagesNotVisible by QueueName",
                    "AWS/DynamoDB ConsumedReadCapacityUnits by TableName",
                    "AWS/DynamoDB ConsumedReadCapacityUnits by GlobalSecondaryIndexName by"
                            + " TableName",
                    "AWS/DynamoDB ConsumedWriteCapacityUnits by TableName",
                    "AWS/DynamoDB ConsumedWriteCapacityUnits by GlobalSecondaryIndexName by"
                            + " TableName",
                    "AWS/DynamoDB ReadThrottleEvents by TableName",
                    "AWS/DynamoDB ReadThrottleEvents by GlobalSecondaryIndexName by TableName",
                    "AWS/DynamoDB WriteThrottleEvents by TableName",
                    "AWS/DynamoDB WriteThrottleEvents by GlobalSecondaryIndexName by TableName");

    private KnownMetrics() {}

    /** The kinds that a stack of this name has. */
    static Set<String> of(String stackName) {
        var known = new HashSet<>(OF_AWS);
        for (var metric : Metric.values()) {
            var whole = stackName + " " + metric.title();
            known.add(whole);
            metric.dimension().ifPresent(by -> known.add(whole + " by " + by.title()));
        }
        return known;
    }
}
