package dev.pixapi.lambda.cloudwatch;

import static dev.pixapi.metric.Metric.COST_AT_RISK;
import static dev.pixapi.metric.Metric.PROVIDER_CALLS;
import static dev.pixapi.metric.Metric.PROVIDER_MILLISECONDS;
import static dev.pixapi.metric.Metric.SWEEP_FAILURES;
import static dev.pixapi.metric.Metric.TASKS_OPENED;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pixapi.json.Json;
import dev.pixapi.json.MalformedJson;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

class EmfMetricsTest {
    private static final InstantSource CLOCK =
            InstantSource.fixed(Instant.parse("2026-07-01T00:00:00Z"));

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final EmfMetrics metrics = new EmfMetrics(Optional.of("Pixapi"), CLOCK, lines::add);

    @Test
    void anEventIsOneLineInCloudWatchsFormat() throws MalformedJson {
        metrics.count(TASKS_OPENED, "live");
        metrics.count(PROVIDER_CALLS, "openai");
        metrics.add(COST_AT_RISK, 1.5);
        metrics.flush(Map.of("request_id", "r-1"));
        var expected =
                """
                {"_aws": {"Timestamp": 1782864000000, "CloudWatchMetrics": [
                    {"Namespace": "Pixapi", "Dimensions": [[], ["Mode"]],
                     "Metrics": [{"Name": "TasksOpened", "Unit": "Count"}]},
                    {"Namespace": "Pixapi", "Dimensions": [[], ["Provider"]],
                     "Metrics": [{"Name": "ProviderCalls", "Unit": "Count"}]},
                    {"Namespace": "Pixapi", "Dimensions": [[]],
                     "Metrics": [{"Name": "CostAtRisk", "Unit": "None"}]}]},
                 "request_id": "r-1", "Mode": "live", "TasksOpened": 1,
                 "Provider": "openai", "ProviderCalls": 1, "CostAtRisk": 1.5}
                """;
        assertEquals(1, lines.size());
        assertEquals(Json.object(expected), Json.object(lines.getFirst()));
        assertTrue(lines.getFirst().startsWith("{\"_aws\""));
    }

    /** It comes behind a settlement, and behind an answer that has been sent. */
    @Test
    void aLineThatCannotBeWrittenFailsNothing() {
        var unwritten =
                new EmfMetrics(
                        Optional.of("Pixapi"),
                        CLOCK,
                        _ -> {
                            throw new IllegalStateException("nobody takes lines");
                        });
        unwritten.count(TASKS_OPENED, "live");
        assertDoesNotThrow(() -> unwritten.flush(Map.of()));
    }

    /** A document has one value of a dimension, and CloudWatch adds up the documents. */
    @Test
    void aSecondProviderHasALineOfItsOwn() throws MalformedJson {
        metrics.count(TASKS_OPENED, "live");
        metrics.count(PROVIDER_CALLS, "openai");
        metrics.count(PROVIDER_CALLS, "azure");
        metrics.count(PROVIDER_CALLS, "azure");
        metrics.flush(Map.of("task_id", "t"));
        assertEquals(2, lines.size());
        assertEquals(1, member(0, "TasksOpened"));
        assertEquals("openai", member(0, "Provider"));
        assertEquals(1, member(0, "ProviderCalls"));
        assertEquals("azure", member(1, "Provider"));
        assertEquals(2, member(1, "ProviderCalls"));
        assertEquals(Optional.empty(), Optional.ofNullable(read(1).get("TasksOpened")));
        assertEquals("t", member(1, "task_id"));
    }

    @Test
    void countsAreAddedUpAndTimesAreKeptApart() throws MalformedJson {
        for (var i = 1; i <= 3; i++) {
            metrics.count(SWEEP_FAILURES);
            metrics.add(PROVIDER_MILLISECONDS, Optional.of("openai"), 100 * i);
        }
        metrics.flush(Map.of());
        assertEquals(3, member(0, "SweepFailures"));
        assertEquals(List.of(100, 200, 300), member(0, "ProviderMilliseconds"));
    }

    @Test
    void noMoreValuesThanCloudWatchTakes() throws MalformedJson {
        for (var i = 0; i < 250; i++) {
            metrics.add(PROVIDER_MILLISECONDS, Optional.of("openai"), i);
        }
        metrics.flush(Map.of());
        assertEquals(100, ((List<?>) member(0, "ProviderMilliseconds")).size());
    }

    @Test
    void whatWasWrittenIsForgotten() {
        metrics.count(SWEEP_FAILURES);
        metrics.flush(Map.of());
        metrics.flush(Map.of());
        assertEquals(1, lines.size());
    }

    @Test
    void anEventThatCountsNothingWritesNothing() {
        metrics.flush(Map.of("request_id", "r"));
        assertEquals(List.of(), lines);
    }

    @Test
    void withoutANamespaceNothingIsWritten() {
        var silent = new EmfMetrics(Optional.empty(), CLOCK, lines::add);
        silent.count(SWEEP_FAILURES);
        silent.flush(Map.of());
        assertEquals(List.of(), lines);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void whatIsNoNumberInJsonIsLeftOut(double value) {
        metrics.add(COST_AT_RISK, value);
        metrics.flush(Map.of());
        assertEquals(List.of(), lines);
    }

    @Test
    void aLineStaysOneLineOfPlainTextWhateverComesIntoIt() throws MalformedJson {
        metrics.count(PROVIDER_CALLS, "an\nold – \"provider\"");
        metrics.flush(Map.of("request_id", "é\r\n" + "x".repeat(1_000)));
        assertEquals(1, lines.getFirst().lines().count());
        assertEquals("an?old ? \"provider\"", member(0, "Provider"));
        assertEquals(255, member(0, "request_id").toString().length());
    }

    @Test
    void aDimensionThatAMetricDoesNotHaveIsNotMadeUp() throws MalformedJson {
        metrics.count(SWEEP_FAILURES, "openai");
        metrics.count(PROVIDER_CALLS, " ");
        metrics.count(PROVIDER_CALLS);
        metrics.flush(Map.of());
        assertEquals(1, lines.size());
        assertEquals(2, member(0, "ProviderCalls"));
        assertEquals(List.of(List.of()), directives().getFirst().get("Dimensions"));
        assertEquals(1, directives().size());
    }

    @Test
    void whatManyThreadsCountIsAllThere() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.invokeAll(
                    Collections.nCopies(
                            16,
                            () -> {
                                for (var i = 0; i < 1_000; i++) {
                                    metrics.count(SWEEP_FAILURES);
                                    if (i % 100 == 0) {
                                        metrics.flush(Map.of());
                                    }
                                }
                                return true;
                            }));
        }
        metrics.flush(Map.of());
        var sum = 0;
        for (var i : IntStream.range(0, lines.size()).toArray()) {
            sum += (int) member(i, "SweepFailures");
        }
        assertEquals(16_000, sum);
    }

    @SuppressWarnings("unchecked") // It is JSON, and the specification's form.
    private List<Map<String, Object>> directives() throws MalformedJson {
        var meta = (Map<String, Object>) member(0, "_aws");
        return (List<Map<String, Object>>) meta.get("CloudWatchMetrics");
    }

    private Object member(int line, String name) throws MalformedJson {
        return read(line).get(name);
    }

    private Map<String, Object> read(int line) throws MalformedJson {
        return Json.object(lines.get(line));
    }
}
