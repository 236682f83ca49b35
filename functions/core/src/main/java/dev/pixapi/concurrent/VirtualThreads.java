package dev.pixapi.concurrent;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** The machine's own clock, and a virtual thread for each thing to be done. */
public final class VirtualThreads implements Threads {
    @Override
    public void sleep(Duration time) throws InterruptedException {
        Thread.sleep(time);
    }

    @Override
    public long nanoTime() {
        return System.nanoTime();
    }

    @Override
    public <T, R> List<R> map(List<T> items, Function<T, R> work) {
        return Concurrently.map(items, work);
    }

    @Override
    public Repetition repeat(Duration pause, Repeated work) {
        var timer = Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().factory());
        var every = pause.toMillis();
        var _ =
                timer.scheduleWithFixedDelay(
                        () -> turn(timer, work), every, every, TimeUnit.MILLISECONDS);
        return timer::shutdownNow;
    }

    private static void turn(ScheduledExecutorService timer, Repeated work) {
        if (!work.once()) {
            timer.shutdown();
        }
    }
}
