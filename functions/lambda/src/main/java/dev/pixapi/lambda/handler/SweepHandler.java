package dev.pixapi.lambda.handler;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

import dev.pixapi.json.Json;
import dev.pixapi.lambda.cloudwatch.EmfMetrics;
import dev.pixapi.lambda.wiring.Lazy;
import dev.pixapi.lambda.wiring.Pixapi;
import dev.pixapi.task.ExpireCredits;
import dev.pixapi.task.SweepTasks;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Runs on a schedule: sets lost tasks going again, then lets grants expire whose time is over. What
 * the event says does not matter.
 */
public final class SweepHandler implements RequestStreamHandler {
    private final Supplier<SweepTasks> sweep;
    private final Supplier<ExpireCredits> expire;
    private final EmfMetrics metrics;

    public SweepHandler() {
        this(Pixapi.onAws(SweepHandler.class));
    }

    public SweepHandler(Pixapi pixapi) {
        this.sweep = Lazy.of(pixapi::sweepTasks);
        this.expire = Lazy.of(pixapi::expireCredits);
        this.metrics = pixapi.metrics();
    }

    @Override
    public void handleRequest(InputStream event, OutputStream output, Context context)
            throws IOException {
        try {
            var swept = sweep.get().sweep();
            var expired = expire.get().expire();
            output.write(
                    Json.bytes(
                            Map.of(
                                    "sent", swept.sent(),
                                    "ended", swept.ended(),
                                    "failed", swept.failed(),
                                    "expired", expired)));
        } finally {
            metrics.flush(Map.of());
        }
    }
}
