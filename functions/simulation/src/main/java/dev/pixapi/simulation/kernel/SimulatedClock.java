package dev.pixapi.simulation.kernel;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The clock of whichever process runs: off by its skew. */
public final class SimulatedClock extends Clock {
    private final Timeline timeline;

    public SimulatedClock(Timeline timeline) {
        this.timeline = timeline;
    }

    @Override
    public Instant instant() {
        return timeline.now().plusMillis(timeline.runner().skew());
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
