package dev.pixapi.local.metric;

import dev.pixapi.metric.Dimension;
import dev.pixapi.metric.Metric;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/**
 * What functions write to standard output as metrics, taken from there like Lambda does, and what
 * CloudWatch would make of it. Lines that break the format fail the test.
 */
public final class MetricLines implements AutoCloseable {
    private final PrintStream before = System.out;
    private final List<String> lines = new CopyOnWriteArrayList<>();

    private final class Tap extends PrintStream {
        Tap() {
            super(before, true);
        }

        @Override
        public void println(String line) {
            if (line != null && line.startsWith("{\"_aws\"")) {
                lines.add(line);
            } else {
                super.println(line);
            }
        }
    }

    /** Until it is closed. */
    static MetricLines capture() {
        var captured = new MetricLines();
        System.setOut(captured.new Tap());
        return captured;
    }

    void forget() {
        lines.clear();
    }

    List<String> texts() {
        return List.copyOf(lines);
    }

    /** Lines of events that a caller or a message started; a sweep may come in between. */
    long ofNoSweep() {
        var swept = Metric.OLDEST_DUE_SECONDS.title();
        return lines.stream().filter(line -> !line.contains(swept)).count();
    }

    /** The documents that carry this property, such as the id of a task. */
    List<Map<String, Object>> with(String property, String value) {
        return documents().filter(d -> value.equals(d.get(property))).toList();
    }

    /** As a whole. */
    public double sum(Metric metric) {
        return documents().mapToDouble(document -> value(document, metric)).sum();
    }

    /** The part that has this value of its dimension. */
    public double sum(Metric metric, String of) {
        var dimension = metric.dimension().map(Dimension::title).orElseThrow();
        return documents()
                .filter(document -> of.equals(document.get(dimension)))
                .mapToDouble(document -> value(document, metric))
                .sum();
    }

    /** Names and sums of all that are not zero, without those of time. */
    Map<String, Double> counts() {
        var counts = new TreeMap<String, Double>();
        for (var metric : Metric.values()) {
            if (metric.unit().adds() && sum(metric) != 0) {
                counts.put(metric.name(), sum(metric));
            }
        }
        return counts;
    }

    private Stream<Map<String, Object>> documents() {
        return lines.stream().map(EmfSpec::check);
    }

    private static double value(Map<String, Object> document, Metric metric) {
        return switch (document.get(metric.title())) {
            case Number number -> number.doubleValue();
            case List<?> list ->
                    list.stream().mapToDouble(number -> ((Number) number).doubleValue()).sum();
            case null, default -> 0;
        };
    }

    @Override
    public void close() {
        System.setOut(before);
    }
}
