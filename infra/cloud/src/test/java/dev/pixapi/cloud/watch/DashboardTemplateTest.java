package dev.pixapi.cloud.watch;

import static dev.pixapi.cloud.TestingStack.OF_KIND;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pixapi.cloud.SynthesizedTemplate;
import dev.pixapi.cloud.stage.StageKind;
import dev.pixapi.json.Fields;
import dev.pixapi.json.Json;
import dev.pixapi.json.MalformedJson;
import dev.pixapi.lambda.blueprint.Blueprint;
import dev.pixapi.lambda.blueprint.Table;
import dev.pixapi.metric.Metric;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

class DashboardTemplateTest {
    private static final SynthesizedTemplate PROD = OF_KIND.get(StageKind.PROD);
    private static final Fields BODY = body();

    @Test
    void itReadsFromTheMoneyDownToTheTables() {
        assertEquals(
                List.of(
                        "## Money",
                        "## Requests",
                        "## Tasks",
                        "## What should not happen",
                        "## Providers",
                        "## Providers, more closely",
                        "## Functions",
                        "## Tables"),
                widgets("text").stream().map(text -> text.string("markdown")).toList());
    }

    @Test
    void allAlarmsStandOnTop() {
        var top = BODY.objects("widgets").getFirst();
        assertEquals("alarm", top.string("type"));
        assertEquals(0, top.number("y"));
        assertEquals(
                PROD.names("AWS::CloudWatch::Alarm").stream()
                        .map(n -> "Alarms/" + n + ".Arn")
                        .toList(),
                top.object("properties").strings("alarms"));
    }

    @Test
    void aChartReadsWhatIsWritten() {
        var known = KnownMetrics.of("pixapi-prod");
        for (var line : lines()) {
            assertTrue(known.contains(line.kind()), line.kind());
        }
    }

    /** One that is added is added here, too. */
    @Test
    void eachOfOurMetricsIsShown() {
        var shown =
                lines().stream()
                        .filter(line -> line.namespace().equals("pixapi-prod"))
                        .map(ReadMetric::name)
                        .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(
                Arrays.stream(Metric.values())
                        .map(Metric::title)
                        .collect(Collectors.toCollection(TreeSet::new)),
                shown);
    }

    @Test
    void failuresAreShownByWhateverCodesThereAre() {
        assertTrue(
                BODY.toString()
                        .contains(
                                "SEARCH('{\"pixapi-prod\",ErrorCode} MetricName=\"TasksFailed\"',"
                                        + " 'Sum')"));
    }

    @Test
    void eachFunctionTableAndIndexHasALine() {
        assertEquals(
                Blueprint.FUNCTIONS.stream().map(f -> "Functions/" + f.name()).toList(),
                of("Errors", "FunctionName"));
        assertEquals(
                Blueprint.FUNCTIONS.stream().map(f -> "Functions/" + f.name()).toList(),
                of("Throttles", "FunctionName"));
        assertEquals(
                Blueprint.TABLES.stream()
                        .flatMap(table -> table.indexes().stream().map(Table.Index::name))
                        .toList(),
                of("WriteThrottleEvents", "GlobalSecondaryIndexName"));
        assertEquals(
                Set.copyOf(Blueprint.TABLES.stream().map(t -> "Tables/" + t.name()).toList()),
                Set.copyOf(of("ConsumedWriteCapacityUnits", "TableName")));
    }

    @Test
    void aProvidersLineIsItsOwn() {
        assertEquals(List.of("azure", "gemini", "openai"), of("ProviderCalls", "Provider"));
    }

    @Test
    void patienceIsShownByPercentiles() {
        var latencies =
                lines().stream()
                        .filter(line -> line.name().matches("Latency|Duration|Provider.*seconds"))
                        .map(ReadMetric::statistic)
                        .collect(Collectors.toSet());
        assertEquals(Set.of("p50", "p95"), latencies);
    }

    @Test
    void aRowFillsTheScreenAndNoMore() {
        for (var widget : BODY.objects("widgets")) {
            assertTrue(widget.number("x") + widget.number("width") <= 24);
        }
        assertEquals("-PT12H", BODY.string("start"));
    }

    @Test
    void itHasNoNameOfItsOwn() {
        assertFalse(dashboard().has("DashboardName"));
    }

    private static List<ReadMetric> lines() {
        return widgets("metric").stream()
                .flatMap(chart -> ReadMetric.ofChart(chart).stream())
                .toList();
    }

    private static List<String> of(String metric, String dimension) {
        return lines().stream()
                .filter(line -> line.name().equals(metric))
                .filter(line -> line.dimensions().containsKey(dimension))
                .map(line -> line.dimensions().get(dimension))
                .toList();
    }

    private static List<Fields> widgets(String type) {
        return BODY.objects("widgets").stream()
                .filter(widget -> widget.string("type").equals(type))
                .map(widget -> widget.object("properties"))
                .toList();
    }

    private static Fields dashboard() {
        return PROD.all("AWS::CloudWatch::Dashboard").getFirst().properties();
    }

    private static Fields body() {
        try {
            return Fields.of(Json.object(PROD.text(dashboard().values().get("DashboardBody"))));
        } catch (MalformedJson fault) {
            throw new AssertionError(fault);
        }
    }
}
