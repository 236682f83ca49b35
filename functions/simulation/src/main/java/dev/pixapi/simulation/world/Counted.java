package dev.pixapi.simulation.world;

import dev.pixapi.metric.Metric;
import dev.pixapi.metric.Metrics;
import dev.pixapi.simulation.kernel.Timeline;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** What the operator sees in metrics, as far as a history asks for it. */
final class Counted implements Metrics {
    private final Timeline timeline;
    private final Set<String> wasters = new HashSet<>();

    Counted(Timeline timeline) {
        this.timeline = timeline;
    }

    @Override
    public void add(Metric metric, Optional<String> of, double value) {
        if (metric == Metric.WASTED_IMAGES) {
            wasters.add(timeline.runner().name());
        }
    }

    /** The processes that counted images as wasted. */
    Set<String> wasters() {
        return wasters;
    }
}
