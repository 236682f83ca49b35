package dev.pixapi.lambda.cloudwatch;

import dev.pixapi.metric.Metric;
import dev.pixapi.metric.Metrics;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Gathers what is counted during an event and writes it when the event is over, in CloudWatch's
 * embedded metric format: a line of the log, and neither a call nor a wait. What is counted between
 * two events goes with the next.
 */
public final class EmfMetrics implements Metrics {
    private static final System.Logger LOG = System.getLogger(EmfMetrics.class.getName());

    /** CloudWatch's own limit of a metric's values in one line; a run makes forty calls at most. */
    private static final int MOST_VALUES = 100;

    private final Optional<String> namespace;
    private final InstantSource clock;
    private final Consumer<String> log;
    private final Map<Series, List<Double>> gathered = new LinkedHashMap<>();

    /**
     * @param namespace of the metrics in CloudWatch; without one nothing is written
     * @param log takes a line, without its end
     */
    public EmfMetrics(Optional<String> namespace, InstantSource clock, Consumer<String> log) {
        this.namespace = namespace;
        this.clock = clock;
        this.log = log;
    }

    /** As Lambda takes it: a line there that is a JSON object goes to the log as it is. */
    public static EmfMetrics toStandardOutput(Optional<String> namespace, InstantSource clock) {
        // Looked up for each line: Lambda puts its own in place.
        return new EmfMetrics(namespace, clock, line -> System.out.println(line));
    }

    /** What cannot be a number in CloudWatch is left out. */
    @Override
    public synchronized void add(Metric metric, Optional<String> of, double value) {
        if (namespace.isEmpty() || !Double.isFinite(value)) {
            return;
        }
        var values = gathered.computeIfAbsent(Series.of(metric, of), _ -> new ArrayList<>());
        if (metric.unit().adds() && !values.isEmpty()) {
            values.set(0, values.getFirst() + value);
        } else if (values.size() < MOST_VALUES) {
            values.add(value);
        }
    }

    /**
     * Writes what was gathered, and forgets it. A line that cannot be written is lost: the event
     * has its outcome by now, which may be money, and must not become a failure.
     *
     * @param properties by which the line is found in the log, such as the id of the request
     */
    public void flush(Map<String, String> properties) {
        try {
            lines(properties).forEach(log);
        } catch (RuntimeException failure) {
            LOG.log(System.Logger.Level.ERROR, "metrics were not written", failure);
        }
    }

    private synchronized List<String> lines(Map<String, String> properties) {
        if (gathered.isEmpty()) {
            return List.of();
        }
        var counted = new LinkedHashMap<>(gathered);
        gathered.clear();
        return new EmfLines(namespace.orElseThrow(), clock.instant(), properties).of(counted);
    }
}
