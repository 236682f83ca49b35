package dev.pixapi.lambda.handler;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

import dev.pixapi.audit.WatchRows;
import dev.pixapi.json.Fields;
import dev.pixapi.json.Json;
import dev.pixapi.json.MalformedJson;
import dev.pixapi.lambda.cloudwatch.EmfMetrics;
import dev.pixapi.lambda.dynamodb.StreamRecord;
import dev.pixapi.lambda.wiring.Lazy;
import dev.pixapi.lambda.wiring.Pixapi;
import dev.pixapi.ledger.BrokenRow;
import dev.pixapi.metric.Metric;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Gets what was written to the accounts, and looks at every version. The first that it cannot judge
 * it reports as failed: Lambda sends that one again, and all behind it.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/lambda/latest/dg/services-ddb-batchfailurereporting.html">Partial
 *     batch responses of streams</a>
 */
public final class WatchHandler implements RequestStreamHandler {
    private static final System.Logger LOG = System.getLogger(WatchHandler.class.getName());

    private final Supplier<WatchRows> watch;
    private final EmfMetrics metrics;

    public WatchHandler() {
        this(Pixapi.onAws(WatchHandler.class));
    }

    public WatchHandler(Pixapi pixapi) {
        this.watch = Lazy.of(pixapi::watchRows);
        this.metrics = pixapi.metrics();
    }

    @Override
    public void handleRequest(InputStream event, OutputStream output, Context context)
            throws IOException {
        try {
            var failed = firstUnseen(records(event)).stream();
            var items = failed.map(record -> Map.of("itemIdentifier", record.sequenceNumber()));
            output.write(Json.bytes(Map.of("batchItemFailures", items.toList())));
        } finally {
            metrics.flush(Map.of());
        }
    }

    private Optional<StreamRecord> firstUnseen(List<StreamRecord> records) {
        return records.stream().filter(record -> !isSeen(record)).findFirst();
    }

    private boolean isSeen(StreamRecord record) {
        try {
            watch.get().see(record.version());
            return true;
        } catch (BrokenRow row) {
            // It names no account that could be frozen, and would come again for nothing.
            LOG.log(Level.ERROR, "a row of an account cannot be judged", row);
            metrics.fault(Metric.AUDIT_FAILURES, row);
            return true;
        } catch (RuntimeException failure) {
            LOG.log(Level.ERROR, "a version of a row was not judged", failure);
            metrics.fault(Metric.AUDIT_FAILURES, failure);
            return false;
        }
    }

    private static List<StreamRecord> records(InputStream event) throws IOException {
        try {
            return new Fields(Json.object(event.readAllBytes()))
                    .objects("Records").stream().map(StreamRecord::new).toList();
        } catch (MalformedJson fault) {
            throw new IllegalArgumentException("the event is no JSON object", fault);
        }
    }
}
