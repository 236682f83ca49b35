package dev.pixapi.simulation.kernel;

import dev.pixapi.concurrent.Threads;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/** Waiting on a timeline. What is asked to be done at once is done one after the other. */
public final class SimulatedThreads implements Threads {
    private final Timeline timeline;

    public SimulatedThreads(Timeline timeline) {
        this.timeline = timeline;
    }

    @Override
    public void sleep(Duration time) {
        timeline.sleep(Math.max(1, time.toMillis()));
    }

    @Override
    public long nanoTime() {
        return timeline.millis() * 1_000_000;
    }

    @Override
    public <T, R> List<R> map(List<T> items, Function<T, R> work) {
        return items.stream().map(work).toList();
    }

    @Override
    public Repetition repeat(Duration pause, Repeated work) {
        var turns = new Turns(timeline, pause.toMillis(), work);
        timeline.start(timeline.runner(), turns.pause, turns::go);
        return turns;
    }

    private static final class Turns implements Repetition {
        private final Timeline timeline;
        private final long pause;
        private final Repeated work;
        private boolean closed;

        Turns(Timeline timeline, long pause, Repeated work) {
            this.timeline = timeline;
            this.pause = pause;
            this.work = work;
        }

        void go() {
            awake();
            while (!closed && work.once()) {
                timeline.sleep(pause);
                awake();
            }
        }

        /** A process that stands still gives no sign of life. */
        private void awake() {
            var until = timeline.runner().stalledUntil();
            if (until > timeline.millis()) {
                timeline.sleep(until - timeline.millis());
            }
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
