package dev.pixapi.cloud.cost;

import dev.pixapi.json.Fields;
import dev.pixapi.lambda.blueprint.Blueprint;
import dev.pixapi.lambda.blueprint.LambdaFunction;
import dev.pixapi.lambda.blueprint.Trigger.Messages;
import dev.pixapi.lambda.blueprint.Trigger.Schedule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What there is to pay though nobody calls, counted in the stage's own template. */
final class StandingLines {
    private static final String NAMESPACE = "PIXAPI_METRICS_NAMESPACE";

    private final Month month;
    private final List<Fields> resources;

    private StandingLines(Month month) {
        this.month = month;
        this.resources =
                Fields.of(month.stack().template()).object("Resources").values().values().stream()
                        .map(Fields::of)
                        .toList();
    }

    static List<Line> of(Month month) {
        return new StandingLines(month).lines();
    }

    private List<Line> lines() {
        var lines = new ArrayList<Line>();
        Blueprint.FUNCTIONS.forEach(function -> clock(function).ifPresent(lines::addAll));
        lines.add(month.line("queues, asked for work", polls(), "requests", Rate.QUEUE_REQUEST));
        lines.add(counted("secrets", "AWS::SecretsManager::Secret", Rate.SECRET));
        lines.add(month.line("metrics", metrics(), "metrics", Rate.METRIC));
        lines.add(month.line("alarms", alarmMetrics(), "metrics", Rate.ALARM_METRIC));
        lines.add(counted("dashboards", "AWS::CloudWatch::Dashboard", Rate.DASHBOARD));
        lines.add(counted("WAF", "AWS::WAFv2::WebACL", Rate.WEB_ACL));
        lines.add(month.line("WAF, rules", rules(), "rules", Rate.WEB_ACL_RULE));
        lines.add(month.line("WAF, requests", filtered(), "requests", Rate.WEB_ACL_REQUEST));
        return lines;
    }

    /** What a clock starts, runs all month. */
    private Optional<List<Line>> clock(LambdaFunction function) {
        return function.trigger() instanceof Schedule(var every)
                ? Optional.of(clock(function.name(), month.seconds() / every.toSeconds()))
                : Optional.empty();
    }

    private List<Line> clock(String name, double runs) {
        var logs = Month.gbOfKb(runs * month.assumed(Assumption.LOG_KB_A_RUN));
        return List.of(
                month.runs(name, name, runs, month.assumed(Assumption.SWEEP_SECONDS)),
                month.line(name + ", requests", runs, "requests", Rate.LAMBDA_REQUEST),
                month.line(name + ", reads", runs, "read units", Rate.READ_UNIT),
                month.line(name + ", logs", logs, "GB", Rate.LOG_GB),
                month.line(
                        name + ", X-Ray", month.stack().traced() ? runs : 0, "traces", Rate.TRACE));
    }

    /** Lambda asks a queue all the time whether there is something. */
    private double polls() {
        var queues =
                Blueprint.FUNCTIONS.stream().filter(f -> f.trigger() instanceof Messages).count();
        return queues
                * month.assumed(Assumption.QUEUE_POLLERS)
                * month.seconds()
                / month.assumed(Assumption.QUEUE_POLL_SECONDS);
    }

    private double metrics() {
        if (all("AWS::Lambda::Function").noneMatch(StandingLines::writesMetrics)) {
            return 0;
        }
        var busy = month.traffic().images() > 0;
        return month.assumed(busy ? Assumption.METRICS_WHEN_BUSY : Assumption.METRICS_WHEN_IDLE);
    }

    private static boolean writesMetrics(Fields function) {
        return function.has("Environment")
                && function.object("Environment").object("Variables").has(NAMESPACE);
    }

    /** An alarm on a formula is billed for each metric in it. */
    private double alarmMetrics() {
        return all("AWS::CloudWatch::Alarm")
                .mapToLong(
                        alarm ->
                                alarm.has("Metrics")
                                        ? alarm.objects("Metrics").stream()
                                                .filter(metric -> metric.has("MetricStat"))
                                                .count()
                                        : 1)
                .sum();
    }

    private double rules() {
        return all("AWS::WAFv2::WebACL").mapToDouble(acl -> acl.objects("Rules").size()).sum();
    }

    private double filtered() {
        return all("AWS::WAFv2::WebACL").findAny().isPresent() ? month.traffic().calls() : 0;
    }

    private Line counted(String name, String type, Rate rate) {
        return month.line(name, (double) all(type).count(), "", rate);
    }

    private Stream<Fields> all(String type) {
        return resources.stream()
                .filter(resource -> resource.string("Type").equals(type))
                .map(r -> r.has("Properties") ? r.object("Properties") : Fields.EMPTY);
    }
}
