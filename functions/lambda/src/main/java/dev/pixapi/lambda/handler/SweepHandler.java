package dev.pixapi.lambda.handler;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

import dev.pixapi.json.Json;
import dev.pixapi.lambda.wiring.Pixapi;
import dev.pixapi.task.SweepTasks;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;

/** Runs on a schedule and sets lost tasks going again. What the event says does not matter. */
public final class SweepHandler implements RequestStreamHandler {
    private final SweepTasks sweep;

    public SweepHandler() {
        this(Pixapi.onAws());
    }

    public SweepHandler(Pixapi pixapi) {
        this.sweep = pixapi.sweepTasks();
    }

    @Override
    public void handleRequest(InputStream event, OutputStream output, Context context)
            throws IOException {
        var swept = sweep.sweep();
        output.write(
                Json.bytes(
                        Map.of(
                                "sent", swept.sent(),
                                "ended", swept.ended(),
                                "failed", swept.failed())));
    }
}
