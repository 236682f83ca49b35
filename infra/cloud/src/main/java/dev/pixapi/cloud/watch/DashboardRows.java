package dev.pixapi.cloud.watch;

import static dev.pixapi.cloud.watch.Readings.MAXIMUM;
import static dev.pixapi.cloud.watch.Readings.SUM;

import dev.pixapi.account.Mode;
import dev.pixapi.cloud.watch.Dashboard.Chart;
import dev.pixapi.cloud.watch.Dashboard.Row;
import dev.pixapi.lambda.blueprint.Blueprint;
import dev.pixapi.lambda.blueprint.LambdaFunction;
import dev.pixapi.lambda.blueprint.Resources;
import dev.pixapi.metric.Metric;

import software.amazon.awscdk.services.cloudwatch.IMetric;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** What stands on the dashboard, from the money down to the tables. */
record DashboardRows(Readings readings) {
    private static final String P50 = "p50";
    private static final String P95 = "p95";

    List<Row> all() {
        return List.of(
                money(),
                requests(),
                tasks(),
                troubles(),
                providers(),
                providersTroubles(),
                functions(),
                tables());
    }

    private Row money() {
        return Row.of(
                "Money",
                byMode("Credits spent", Metric.CREDITS_SPENT),
                byMode("Images delivered", Metric.IMAGES_DELIVERED),
                sums(
                        "Credits' worth of doubtful calls, and given back",
                        Metric.COST_AT_RISK,
                        Metric.CREDITS_REFUNDED),
                sums("Images wasted", Metric.WASTED_IMAGES));
    }

    private Row requests() {
        return Row.of(
                "Requests",
                Chart.of("Requests", readings.api("Count", "SampleCount")),
                Chart.of(
                        "Errors",
                        readings.api("4XXError", SUM),
                        readings.api("5XXError", SUM),
                        readings.own(Metric.INTERNAL_ERRORS, SUM)),
                Chart.of("Latency, p50, ms", readings.api("Latency", P50)),
                Chart.of("Latency, p95, ms", readings.api("Latency", P95)));
    }

    private Row tasks() {
        var age = "ApproximateAgeOfOldestMessage";
        var waiting = "ApproximateNumberOfMessagesVisible";
        return Row.of(
                "Tasks",
                sums(
                        "Tasks",
                        Metric.TASKS_OPENED,
                        Metric.TASKS_COMPLETED,
                        Metric.TASKS_FAILED,
                        Metric.TASKS_CANCELED),
                Chart.of("Tasks failed, by what their callers read", failures()),
                Chart.of(
                        "Messages waiting",
                        readings.queue(Resources.TASK_QUEUE, waiting),
                        readings.queue(Resources.DEAD_LETTERS, waiting)),
                Chart.of(
                        "The oldest, seconds",
                        readings.own(Metric.OLDEST_DUE_SECONDS, MAXIMUM),
                        readings.queue(Resources.TASK_QUEUE, age),
                        readings.queue(Resources.DEAD_LETTERS, age)));
    }

    /** Whatever codes there were. A name with a hyphen has to be quoted. */
    private IMetric failures() {
        var failed = Metric.TASKS_FAILED;
        return readings.math(
                "SEARCH('{\"%s\",%s} MetricName=\"%s\"', 'Sum')"
                        .formatted(
                                readings.namespace(),
                                failed.dimension().orElseThrow().title(),
                                failed.title()),
                Map.of());
    }

    private Row troubles() {
        return Row.of(
                "What should not happen",
                sums(
                        "Tasks lost and found",
                        Metric.LOST_RUNNERS,
                        Metric.LOST_LEASES,
                        Metric.UNSENT_TASKS,
                        Metric.TASKS_RESENT),
                sums(
                        "Tasks that did not end well",
                        Metric.TASKS_GIVEN_UP,
                        Metric.DEAD_LETTERS,
                        Metric.SWEEP_FAILURES,
                        Metric.MESSAGE_FAILURES),
                sums(
                        "The auditor",
                        Metric.ACCOUNTS_AUDITED,
                        Metric.ACCOUNTS_UNCHECKED,
                        Metric.AUDIT_FAILURES),
                sums(
                        "The ledger",
                        Metric.LEDGER_BREAKS,
                        Metric.CONTENTION,
                        Metric.WRITES_GIVEN_UP));
    }

    private Row providers() {
        return Row.of(
                "Providers",
                byProvider("Calls", Metric.PROVIDER_CALLS, SUM),
                byProvider("Failures", Metric.PROVIDER_FAILURES, SUM),
                byProvider("Latency, p95, ms", Metric.PROVIDER_MILLISECONDS, P95));
    }

    private Row providersTroubles() {
        return Row.of(
                "Providers, more closely",
                byProvider("Refusals", Metric.PROVIDER_REFUSALS, SUM),
                byProvider("Unknown outcomes", Metric.UNKNOWN_OUTCOMES, SUM),
                byProvider("Routes skipped", Metric.ROUTES_SKIPPED, SUM));
    }

    private Row functions() {
        var runners = Blueprint.FUNCTIONS.stream().filter(LambdaFunction::callsProviders).toList();
        return Row.of(
                "Functions",
                functions("Errors", Blueprint.FUNCTIONS, "Errors", SUM),
                functions("Throttles", Blueprint.FUNCTIONS, "Throttles", SUM),
                functions("Running at once", Blueprint.FUNCTIONS, "ConcurrentExecutions", MAXIMUM),
                functions("Those that run tasks, p95, ms", runners, "Duration", P95));
    }

    private Row tables() {
        return Row.of(
                "Tables",
                tables("Read units", "ConsumedReadCapacityUnits"),
                tables("Write units", "ConsumedWriteCapacityUnits"),
                tables("Reads throttled", "ReadThrottleEvents"),
                tables("Writes throttled", "WriteThrottleEvents"));
    }

    private Chart sums(String title, Metric... metrics) {
        return new Chart(title, Stream.of(metrics).map(m -> readings.own(m, SUM)).toList());
    }

    private Chart byMode(String title, Metric metric) {
        return new Chart(
                title,
                Stream.of(Mode.values())
                        .map(mode -> readings.own(metric, mode.wireName(), SUM))
                        .toList());
    }

    private Chart byProvider(String title, Metric metric, String statistic) {
        return new Chart(
                title,
                readings.providers().stream()
                        .map(provider -> readings.own(metric, provider, statistic))
                        .toList());
    }

    private Chart functions(
            String title, List<LambdaFunction> functions, String name, String statistic) {
        Function<LambdaFunction, IMetric> line = f -> readings.function(f, name, statistic);
        return new Chart(title, functions.stream().map(line).toList());
    }

    private Chart tables(String title, String name) {
        var lines = new ArrayList<IMetric>();
        for (var table : Blueprint.TABLES) {
            lines.add(readings.table(table, name));
            table.indexes().forEach(index -> lines.add(readings.index(table, index, name)));
        }
        return new Chart(title, lines);
    }
}
