package dev.pixapi.cloud.watch;

import static dev.pixapi.cloud.watch.Readings.MAXIMUM;
import static dev.pixapi.cloud.watch.Readings.SUM;

import dev.pixapi.lambda.blueprint.Access;
import dev.pixapi.lambda.blueprint.Blueprint;
import dev.pixapi.lambda.blueprint.LambdaFunction;
import dev.pixapi.lambda.blueprint.Resources;
import dev.pixapi.lambda.blueprint.Trigger.Direct;
import dev.pixapi.metric.Metric;

import software.amazon.awscdk.services.cloudwatch.IMetric;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** By what CloudWatch measures each trouble. */
record Signals(Readings readings) {
    /** A share of fewer says nothing. */
    static final int FEWEST_CALLS = 10;

    /** Fewer may be a test account that orders them. */
    static final int FEWEST_ERRORS = 10;

    /**
     * AWS raises it for nobody.
     *
     * @see <a
     *     href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarm-limits.html">Limits</a>
     */
    static final int MOST_METRICS = 10;

    private static final String AGE = "ApproximateAgeOfOldestMessage";

    /**
     * One, or one of each provider.
     *
     * @return by what stands behind the trouble's title
     */
    static Map<String, IMetric> of(Trouble trouble, Readings all) {
        var signals = new Signals(all.bare(trouble.bound().spell().every()));
        return trouble == Trouble.PROVIDER_FAILING
                ? signals.providers()
                : Map.of("", signals.of(trouble));
    }

    private IMetric of(Trouble trouble) {
        return switch (trouble) {
            case LEDGER_BROKEN -> sum(Metric.LEDGER_BREAKS);
            case COST_AT_RISK -> sum(Metric.COST_AT_RISK);
            case IMAGES_WASTED -> sum(Metric.WASTED_IMAGES);
            case WRITES_GIVEN_UP -> sum(Metric.WRITES_GIVEN_UP);
            case TASKS_STUCK -> readings.own(Metric.OLDEST_DUE_SECONDS, MAXIMUM);
            case TASKS_GIVEN_UP -> sum(Metric.TASKS_GIVEN_UP);
            case QUEUE_AGING -> readings.queue(Resources.TASK_QUEUE, AGE);
            case DEAD_LETTERS_WAITING -> sum(deadLetters());
            case SWEEPER_STILL -> sweeps();
            case AUDITOR_STILL -> audits();
            case AUDITS_FAILING -> sum(Metric.AUDIT_FAILURES);
            case WATCHER_LATE -> readings.function(only("WatchAccounts"), "IteratorAge", MAXIMUM);
            case SWEEPS_FAILING -> sum(Metric.SWEEP_FAILURES);
            case PROVIDER_FAILING -> throw new IllegalArgumentException("one of each provider");
            case API_FAILING -> apiFailing();
            case INTERNAL_ERRORS -> sum(Metric.INTERNAL_ERRORS);
            case FUNCTIONS_CRASHING -> sum(ofFunctions("Errors"));
            case FUNCTIONS_THROTTLED -> sum(ofFunctions("Throttles"));
            case CONCURRENCY_HIGH -> concurrency();
            case TABLES_THROTTLED -> throttledWrites();
        };
    }

    private IMetric sum(Metric metric) {
        return readings.own(metric, SUM);
    }

    private Map<String, IMetric> providers() {
        var signals = new LinkedHashMap<String, IMetric>();
        readings.providers().forEach(name -> signals.put(name, failing(name)));
        return signals;
    }

    private IMetric failing(String provider) {
        var metrics = new LinkedHashMap<String, IMetric>();
        metrics.put("calls", readings.own(Metric.PROVIDER_CALLS, provider, SUM));
        metrics.put("failures", readings.own(Metric.PROVIDER_FAILURES, provider, SUM));
        return readings.math(
                "IF(calls >= " + FEWEST_CALLS + ", 100 * failures / calls, 0)", metrics);
    }

    /**
     * CloudWatch adds what is missing as 0. It must not be told to fill it: what is late would
     * count as 0 for good.
     *
     * @see <a
     *     href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/using-metric-math.html">Metric
     *     math</a>
     */
    private IMetric sum(List<IMetric> metrics) {
        var named = named(metrics);
        return expression(String.join(" + ", named.keySet()), named);
    }

    private static Map<String, IMetric> named(List<IMetric> metrics) {
        var named = new LinkedHashMap<String, IMetric>();
        metrics.forEach(metric -> named.put("m" + named.size(), metric));
        return named;
    }

    private IMetric expression(String text, Map<String, IMetric> metrics) {
        if (metrics.size() > MOST_METRICS) {
            throw new IllegalArgumentException(
                    "an alarm takes %d metrics, not %d".formatted(MOST_METRICS, metrics.size()));
        }
        return readings.math(text, metrics);
    }

    private IMetric apiFailing() {
        var metrics = new LinkedHashMap<String, IMetric>();
        metrics.put("errors", readings.api("5XXError", SUM));
        metrics.put("requests", readings.api("Count", "SampleCount"));
        return readings.math(
                "IF(errors >= " + FEWEST_ERRORS + ", 100 * errors / requests, 0)", metrics);
    }

    /**
     * The account's quota is that of the metric of what runs; what is reserved for functions is
     * claimed without running.
     *
     * @see <a
     *     href="https://docs.aws.amazon.com/lambda/latest/dg/monitoring-concurrency.html">Monitoring
     *     concurrency</a>
     */
    private IMetric concurrency() {
        var metrics = new LinkedHashMap<String, IMetric>();
        metrics.put("claimed", readings.account("ClaimedAccountConcurrency"));
        metrics.put("running", readings.account("ConcurrentExecutions"));
        return readings.math("100 * claimed / SERVICE_QUOTA(running)", metrics);
    }

    private IMetric sweeps() {
        return readings.function(only("Sweeper"), "Invocations", SUM);
    }

    /** Those that ended well: a run that crashes audits nothing. */
    private IMetric audits() {
        var metrics = new LinkedHashMap<String, IMetric>();
        metrics.put("runs", readings.function(only("Audit"), "Invocations", SUM));
        metrics.put("errors", readings.function(only("Audit"), "Errors", SUM));
        return readings.math("runs - errors", metrics);
    }

    private static LambdaFunction only(String name) {
        return Blueprint.FUNCTIONS.stream()
                .filter(function -> function.name().equals(name))
                .findAny()
                .orElseThrow();
    }

    private List<IMetric> ofFunctions(String name) {
        return movingCredits().stream()
                .map(function -> readings.function(function, name, SUM))
                .toList();
    }

    /**
     * Those that may write to an account. What goes wrong in the others shows as a 5xx; what goes
     * wrong in one that the operator invokes, the operator sees.
     */
    static List<LambdaFunction> movingCredits() {
        return Blueprint.FUNCTIONS.stream()
                .filter(function -> !(function.trigger() instanceof Direct))
                .filter(function -> function.access().stream().anyMatch(Signals::writesAccounts))
                .toList();
    }

    private static boolean writesAccounts(Access access) {
        return access.resource().equals(Resources.ACCOUNTS)
                && access.actions().contains(Access.Action.UPDATE_ITEM);
    }

    /**
     * An alarm on DynamoDB alone would ring for ever: where nothing is throttled nothing is
     * measured, and CloudWatch then keeps such an alarm's state, whatever the alarm says of missing
     * data. Sweeps are always measured, and add nothing.
     *
     * @see <a
     *     href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html">TreatMissingData</a>
     */
    private IMetric throttledWrites() {
        var name = "WriteThrottleEvents";
        var metrics = new ArrayList<IMetric>();
        for (var table : Blueprint.TABLES) {
            metrics.add(readings.table(table, name));
            table.indexes().forEach(index -> metrics.add(readings.index(table, index, name)));
        }
        var named = named(metrics);
        var text = String.join(" + ", named.keySet()) + " + 0 * sweeps";
        named.put("sweeps", sweeps());
        return expression(text, named);
    }

    /**
     * By number, since SQS leaves out of the age what was received three times: just those that
     * cannot be dealt with. Between two attempts they are hidden.
     *
     * @see <a
     *     href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-available-cloudwatch-metrics.html">metrics
     *     of SQS</a>
     */
    private List<IMetric> deadLetters() {
        return Stream.of(
                        "ApproximateNumberOfMessagesVisible",
                        "ApproximateNumberOfMessagesNotVisible")
                .map(name -> readings.queue(Resources.DEAD_LETTERS, name))
                .toList();
    }
}
