package dev.pixapi.lambda.cloudwatch;

import dev.pixapi.json.Json;
import dev.pixapi.metric.Dimension;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Documents in CloudWatch's embedded metric format, one a line. A document has one value of each
 * dimension, so there is one line as long as an event has met one provider; a second one has a line
 * of its own. CloudWatch adds up the lines.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html">The
 *     format's specification</a>
 */
record EmfLines(String namespace, Instant time, Map<String, String> properties) {

    List<String> of(Map<Series, List<Double>> gathered) {
        return spread(gathered).stream().map(line -> Json.write(document(line))).toList();
    }

    /** The second value of a dimension goes to the second line, and so on. */
    private static List<Map<Series, List<Double>>> spread(Map<Series, List<Double>> gathered) {
        var met = new EnumMap<Dimension, List<String>>(Dimension.class);
        var lines = new ArrayList<Map<Series, List<Double>>>();
        gathered.forEach(
                (series, values) -> {
                    var line = series.of().map(of -> line(met, series, of)).orElse(0);
                    while (lines.size() <= line) {
                        lines.add(new LinkedHashMap<>());
                    }
                    lines.get(line).put(series, values);
                });
        return lines;
    }

    private static int line(Map<Dimension, List<String>> met, Series series, String of) {
        var dimension = series.metric().dimension().orElseThrow();
        var values = met.computeIfAbsent(dimension, _ -> new ArrayList<>());
        if (!values.contains(of)) {
            values.add(of);
        }
        return values.indexOf(of);
    }

    private Map<String, Object> document(Map<Series, List<Double>> line) {
        var document = new LinkedHashMap<String, Object>();
        document.put(
                "_aws",
                Map.of("Timestamp", time.toEpochMilli(), "CloudWatchMetrics", directives(line)));
        properties.forEach((name, value) -> document.put(name, Series.plain(value)));
        line.forEach(
                (series, values) -> {
                    series.of().ifPresent(of -> document.put(dimension(series).orElseThrow(), of));
                    document.put(series.metric().title(), members(values));
                });
        return document;
    }

    /** One for each dimension that the line has, and one for what has none. */
    private List<Map<String, Object>> directives(Map<Series, List<Double>> line) {
        var groups = new LinkedHashMap<List<List<String>>, List<Map<String, Object>>>();
        for (var series : line.keySet()) {
            groups.computeIfAbsent(dimensionSets(series), _ -> new ArrayList<>())
                    .add(
                            Map.of(
                                    "Name", series.metric().title(),
                                    "Unit", series.metric().unit().title()));
        }
        var directives = new ArrayList<Map<String, Object>>();
        groups.forEach(
                (sets, metrics) ->
                        directives.add(
                                Map.of(
                                        "Namespace",
                                        namespace,
                                        "Dimensions",
                                        sets,
                                        "Metrics",
                                        metrics)));
        return directives;
    }

    /** The metric as a whole, which is the empty set, and apart by its dimension. */
    private static List<List<String>> dimensionSets(Series series) {
        return dimension(series)
                .map(name -> List.of(List.<String>of(), List.of(name)))
                .orElse(List.of(List.of()));
    }

    private static Optional<String> dimension(Series series) {
        return series.of().flatMap(_ -> series.metric().dimension()).map(Dimension::title);
    }

    private static Object members(List<Double> values) {
        var numbers = values.stream().map(EmfLines::number).toList();
        return numbers.size() == 1 ? numbers.getFirst() : numbers;
    }

    /** A whole number without a point, which is shorter to read. */
    private static Number number(double value) {
        return value == Math.rint(value) && Math.abs(value) < Long.MAX_VALUE
                ? (Number) (long) value
                : (Number) value;
    }
}
