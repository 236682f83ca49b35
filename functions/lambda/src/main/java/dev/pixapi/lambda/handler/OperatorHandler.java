package dev.pixapi.lambda.handler;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

import dev.pixapi.account.AccountId;
import dev.pixapi.account.Mode;
import dev.pixapi.json.Fields;
import dev.pixapi.json.Json;
import dev.pixapi.json.MalformedJson;
import dev.pixapi.lambda.cloudwatch.EmfMetrics;
import dev.pixapi.lambda.wiring.Pixapi;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A function of the operator's own, invoked directly with a JSON object. */
abstract class OperatorHandler implements RequestStreamHandler {
    private static final List<String> MODES =
            Arrays.stream(Mode.values()).map(Mode::wireName).toList();

    private final EmfMetrics metrics;

    OperatorHandler(Pixapi pixapi) {
        this.metrics = pixapi.metrics();
    }

    /**
     * @throws IllegalArgumentException saying which field is absent or wrong; Lambda shows it to
     *     the operator
     */
    abstract Map<String, Object> answer(Fields order);

    @Override
    public final void handleRequest(InputStream event, OutputStream output, Context context)
            throws IOException {
        try {
            output.write(Json.bytes(answer(read(event))));
        } finally {
            metrics.flush(Map.of());
        }
    }

    /** By the fields {@code mode} and {@code account}. */
    static AccountId account(Fields order) {
        var mode = order.string("mode");
        if (!MODES.contains(mode)) {
            throw new IllegalArgumentException("mode is one of " + MODES);
        }
        return new AccountId(Mode.named(mode), order.string("account"));
    }

    private static Fields read(InputStream event) throws IOException {
        try {
            return new Fields(Json.object(event.readAllBytes()));
        } catch (MalformedJson fault) {
            throw new IllegalArgumentException(
                    "The event is no JSON object: " + fault.getMessage());
        }
    }
}
