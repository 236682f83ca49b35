package dev.pixapi.local;

import dev.pixapi.lambda.blueprint.LambdaFunction;
import dev.pixapi.lambda.blueprint.Trigger.Schedule;
import dev.pixapi.local.LocalFunctions.FunctionFailed;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Invokes scheduled functions, at the start and then as often as the blueprint says. */
final class Schedules implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Schedules.class.getName());

    /** So many may run at one time: an audit takes its minutes, a sweep must not wait for it. */
    private static final int AT_ONCE = 4;

    private final ScheduledExecutorService timer =
            Executors.newScheduledThreadPool(AT_ONCE, Thread.ofVirtual().factory());
    private final LocalFunctions functions;

    Schedules(LocalFunctions functions) {
        this.functions = functions;
    }

    void start(LambdaFunction function, Schedule schedule) {
        var _ =
                timer.scheduleAtFixedRate(
                        () -> invoke(function),
                        0,
                        schedule.every().toMillis(),
                        TimeUnit.MILLISECONDS);
    }

    private void invoke(LambdaFunction function) {
        try {
            var event = SampleEvents.read(function.name());
            functions.invoke(function.name(), event.getBytes(StandardCharsets.UTF_8));
        } catch (FunctionFailed failure) {
            var level = timer.isShutdown() ? System.Logger.Level.DEBUG : System.Logger.Level.ERROR;
            LOG.log(level, function.name() + " failed", failure);
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
