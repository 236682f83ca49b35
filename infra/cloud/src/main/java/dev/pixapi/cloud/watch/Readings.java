package dev.pixapi.cloud.watch;

import dev.pixapi.catalog.CatalogReader;
import dev.pixapi.catalog.Route;
import dev.pixapi.cloud.compute.BedrockModels;
import dev.pixapi.cloud.compute.Functions;
import dev.pixapi.cloud.stage.Durations;
import dev.pixapi.cloud.stage.Stage;
import dev.pixapi.cloud.state.Queues;
import dev.pixapi.cloud.state.Tables;
import dev.pixapi.lambda.blueprint.LambdaFunction;
import dev.pixapi.lambda.blueprint.Queue;
import dev.pixapi.lambda.blueprint.Table;
import dev.pixapi.metric.Metric;

import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.MathExpression;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What CloudWatch can tell of one stage.
 *
 * @param every how much time one value stands for
 * @param labelled whether they are for people, and have a name that is short
 */
public record Readings(Watched watched, Duration every, boolean labelled) {
    static final String SUM = "Sum";
    static final String MAXIMUM = "Maximum";

    /** What is read of. */
    public record Watched(Stage stage, Functions functions, Queues queues, Tables tables) {}

    /** What CloudWatch tells metrics apart by. */
    private record Source(String namespace, String name, Map<String, String> dimensions) {}

    /** For an alarm. */
    Readings bare(Duration every) {
        return new Readings(watched, every, false);
    }

    /** One of ours, as a whole. */
    IMetric own(Metric metric, String statistic) {
        return metric(new Source(namespace(), metric.title(), Map.of()), metric.title(), statistic);
    }

    /** One of ours, where its dimension has a value. */
    IMetric own(Metric metric, String value, String statistic) {
        var dimension = metric.dimension().orElseThrow().title();
        var source = new Source(namespace(), metric.title(), Map.of(dimension, value));
        return metric(source, value, statistic);
    }

    /** Of all its versions. */
    IMetric function(LambdaFunction function, String name, String statistic) {
        var physical = watched.functions().of(function).getLambda().getFunctionName();
        var source = new Source("AWS/Lambda", name, Map.of("FunctionName", physical));
        return metric(source, function.name(), statistic);
    }

    /** Of all functions of the account in this region, which share one limit. */
    IMetric account(String name) {
        return metric(new Source("AWS/Lambda", name, Map.of()), name, MAXIMUM);
    }

    IMetric queue(Queue queue, String name) {
        var physical = watched.queues().queueName(queue);
        var source = new Source("AWS/SQS", name, Map.of("QueueName", physical));
        return metric(source, queue.name(), MAXIMUM);
    }

    /** Of the REST API's stage. */
    IMetric api(String name, String statistic) {
        var dimensions = new LinkedHashMap<String, String>();
        dimensions.put("ApiName", watched.stage().stackName());
        dimensions.put("Stage", watched.stage().name());
        return metric(new Source("AWS/ApiGateway", name, dimensions), name, statistic);
    }

    IMetric table(Table table, String name) {
        return metric(new Source("AWS/DynamoDB", name, tableName(table)), table.name(), SUM);
    }

    /** An index is written, and throttled, for itself. */
    IMetric index(Table table, Table.Index index, String name) {
        var dimensions = new LinkedHashMap<>(tableName(table));
        dimensions.put("GlobalSecondaryIndexName", index.name());
        var label = table.name() + "." + index.name();
        return metric(new Source("AWS/DynamoDB", name, dimensions), label, SUM);
    }

    /**
     * @param metrics by their names in the expression
     */
    IMetric math(String expression, Map<String, IMetric> metrics) {
        return MathExpression.Builder.create()
                .expression(expression)
                .usingMetrics(metrics)
                .period(Durations.of(every))
                .build();
    }

    /** The catalogue's; without Bedrock where the stage has none. */
    List<String> providers() {
        return CatalogReader.read(Optional.empty()).models().stream()
                .flatMap(model -> model.routes().stream())
                .map(Route::provider)
                .distinct()
                .filter(name -> !name.equals(BedrockModels.PROVIDER) || hasBedrock())
                .sorted()
                .toList();
    }

    /** Where ours are: PIXAPI_METRICS_NAMESPACE says so to the functions. */
    String namespace() {
        return watched.stage().stackName();
    }

    private boolean hasBedrock() {
        return watched.stage().compute().bedrock().isPresent();
    }

    private Map<String, String> tableName(Table table) {
        return Map.of("TableName", watched.tables().physicalName(table));
    }

    private IMetric metric(Source source, String label, String statistic) {
        var builder =
                software.amazon.awscdk.services.cloudwatch.Metric.Builder.create()
                        .namespace(source.namespace())
                        .metricName(source.name())
                        .dimensionsMap(source.dimensions())
                        .statistic(statistic)
                        .period(Durations.of(every));
        return (labelled ? builder.label(label) : builder).build();
    }
}
