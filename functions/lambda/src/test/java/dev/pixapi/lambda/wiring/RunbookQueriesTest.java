package dev.pixapi.lambda.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pixapi.json.Json;
import dev.pixapi.json.MalformedJson;
import dev.pixapi.metric.Dimension;
import dev.pixapi.metric.Metric;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A query for a field that no line has finds nothing, and says so to nobody. */
class RunbookQueriesTest {
    private static final Path RUNBOOK = Path.of("../../docs/runbook.md");

    /**
     * What CloudWatch adds to each line, and what Lambda says in lines of its own.
     *
     * @see <a
     *     href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL_AnalyzeLogData-discoverable-fields.html">Discovered
     *     fields</a>
     * @see <a
     *     href="https://docs.aws.amazon.com/lambda/latest/dg/telemetry-schema-reference.html">platform.report</a>
     */
    private static final Set<String> OF_AWS =
            Set.of(
                    "@timestamp",
                    "@message",
                    "@log",
                    "type",
                    "record.status",
                    "record.errorType",
                    "record.metrics.durationMs",
                    "record.metrics.maxMemoryUsedMB",
                    "record.metrics.memorySizeMB");

    /** What stands beside metrics. */
    private static final Set<String> OF_METRICS = Set.of("request_id", "task_id");

    @Test
    void theRunbookAsksForFieldsThatLinesHave() throws IOException, MalformedJson {
        var known = new HashSet<>(OF_AWS);
        known.addAll(OF_METRICS);
        known.addAll(fieldsOfTheLog());
        Arrays.stream(Metric.values()).map(Metric::title).forEach(known::add);
        Arrays.stream(Dimension.values()).map(Dimension::title).forEach(known::add);
        var asked = queries().stream().flatMap(RunbookQueriesTest::fields).distinct().toList();
        assertTrue(asked.size() > 10, asked.toString());
        assertEquals(List.of(), asked.stream().filter(field -> !known.contains(field)).toList());
    }

    /** Behind it there are no fields but its own. */
    @Test
    void nothingIsFilteredByFieldsThatWereSummedUp() throws IOException {
        for (var query : queries()) {
            assertFalse(query.matches(".*\\bstats\\b.*\\|\\s*filter.*"), query);
        }
    }

    @Test
    void aTaskIsFoundByTheIdInTheLinesAboutIt() throws MalformedJson {
        assertTrue(String.valueOf(line().get("message")).contains("task_01"));
        assertEquals(Level.WARNING.getName(), line().get("level"));
    }

    private static List<String> queries() throws IOException {
        return Pattern.compile("(?m)^ask \\d+ \"([^\"]+)\"$")
                .matcher(Files.readString(RUNBOOK))
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    private static Stream<String> fields(String query) {
        var shown =
                found("fields ([^|]+)", query).flatMap(list -> Stream.of(list.strip().split(", ")));
        var compared = found("([\\w.@]+) (?:like|=|!=) ", query);
        var present = found("(?:ispresent|sum)\\(([\\w.]+)\\)", query);
        var grouped = found("\\bby ([\\w.@]+)(?![\\w(])", query);
        return Stream.of(shown, compared, present, grouped).flatMap(found -> found);
    }

    private static Stream<String> found(String pattern, String query) {
        return Pattern.compile(pattern).matcher(query).results().map(match -> match.group(1));
    }

    private static Set<String> fieldsOfTheLog() throws MalformedJson {
        return names("", line()).collect(Collectors.toSet());
    }

    private static Map<String, Object> line() throws MalformedJson {
        var record = new LogRecord(Level.WARNING, "{0}: something");
        record.setParameters(new Object[] {"task_01ARZ3NDEKTSV4RRFFQ69G5FAV"});
        record.setLoggerName("dev.pixapi.task.TaskRunner");
        record.setThrown(new IllegalStateException("outer", new IOException("inner")));
        return Json.object(new JsonLog().format(record));
    }

    /** As CloudWatch names what is inside of objects and lists. */
    private static Stream<String> names(String prefix, Object value) {
        return switch (value) {
            case Map<?, ?> object ->
                    object.entrySet().stream()
                            .flatMap(e -> names(prefix + "." + e.getKey(), e.getValue()));
            case List<?> list when !list.isEmpty() -> names(prefix + ".0", list.getFirst());
            default -> Stream.of(prefix.substring(1));
        };
    }
}
