package dev.pixapi.local.metric;

import dev.pixapi.metric.Metric;
import dev.pixapi.metric.Metrics;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Adds up what is counted. */
public final class Counted implements Metrics {
    private final Map<Metric, Double> sums = new EnumMap<>(Metric.class);

    @Override
    public synchronized void add(Metric metric, Optional<String> of, double value) {
        sums.merge(metric, value, Double::sum);
    }

    public synchronized double of(Metric metric) {
        return sums.getOrDefault(metric, 0.0);
    }
}
