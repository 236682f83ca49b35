package dev.pixapi.cloud.watch;

import dev.pixapi.cloud.SynthesizedTemplate;
import dev.pixapi.json.Fields;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A metric that an alarm or a chart of the template reads. */
record ReadMetric(
        String namespace, String name, SortedMap<String, String> dimensions, String statistic) {

    /** All of an alarm, by their names in its expression; one without an expression is "". */
    static Map<String, ReadMetric> ofAlarm(SynthesizedTemplate template, Fields alarm) {
        var found = new LinkedHashMap<String, ReadMetric>();
        if (!alarm.has("Metrics")) {
            found.put("", ofAlarm(template, alarm, alarm.string("Statistic")));
            return found;
        }
        for (var query : alarm.objects("Metrics")) {
            if (query.has("MetricStat")) {
                var read = query.object("MetricStat");
                found.put(
                        query.string("Id"),
                        ofAlarm(template, read.object("Metric"), read.string("Stat")));
            }
        }
        return found;
    }

    private static ReadMetric ofAlarm(
            SynthesizedTemplate template, Fields metric, String statistic) {
        var dimensions = new TreeMap<String, String>(Comparator.reverseOrder());
        if (metric.has("Dimensions")) {
            for (var dimension : metric.objects("Dimensions")) {
                dimensions.put(
                        dimension.string("Name"), template.text(dimension.values().get("Value")));
            }
        }
        return new ReadMetric(
                metric.string("Namespace"), metric.string("MetricName"), dimensions, statistic);
    }

    /**
     * All lines of a chart that are no expressions, as {@code ["AWS/SQS", "Name", "QueueName", "x",
     * {"stat": "Sum"}]}.
     */
    static List<ReadMetric> ofChart(Fields chart) {
        var found = new ArrayList<ReadMetric>();
        for (var line : (List<?>) chart.values().getOrDefault("metrics", List.of())) {
            var parts = (List<?>) line;
            if (parts.getFirst() instanceof String namespace) {
                var dimensions = new TreeMap<String, String>(Comparator.reverseOrder());
                for (var i = 2; i + 1 < parts.size(); i += 2) {
                    dimensions.put((String) parts.get(i), (String) parts.get(i + 1));
                }
                var options = Fields.of(parts.getLast());
                found.add(
                        new ReadMetric(
                                namespace,
                                (String) parts.get(1),
                                dimensions,
                                options.optionalString("stat").orElse("Average")));
            }
        }
        return found;
    }

    /** Without what the dimensions are: {@code AWS/SQS ApproximateAge… by QueueName}. */
    String kind() {
        return Stream.concat(
                        Stream.of(namespace + " " + name), dimensions.keySet().stream().sorted())
                .collect(Collectors.joining(" by "));
    }

    /** {@code Sum Errors of Functions/Worker}. */
    @Override
    public String toString() {
        var of = String.join("+", dimensions.values());
        return statistic + " " + name + (of.isEmpty() ? "" : " of " + of);
    }
}
