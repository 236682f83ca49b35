package dev.pixapi.local;

import dev.pixapi.json.Fields;
import dev.pixapi.json.Json;
import dev.pixapi.json.MalformedJson;
import dev.pixapi.lambda.blueprint.LambdaFunction;
import dev.pixapi.lambda.blueprint.Trigger;
import dev.pixapi.local.LocalFunctions.FunctionFailed;

import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/**
 * Carries what is written to a table to its function, as Lambda's event source mapping does: in the
 * order of each shard, in batches; from the first record on that the function reports as failed, a
 * batch comes again, some times.
 */
final class StreamPump implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(StreamPump.class.getName());

    /** Between two looks at a stream; AWS's own pollers look four times a second. */
    private static final int POLL_MILLIS = 250;

    /** Of one batch; what is left of it then is passed by. */
    private static final int MOST_TRIES = 5;

    private final DynamoDbStreamsClient streams;
    private final LocalFunctions functions;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean open = true;

    StreamPump(DynamoDbStreamsClient streams, LocalFunctions functions) {
        this.streams = streams;
        this.functions = functions;
    }

    /** From what is written next on; when it returns, nothing is missed. */
    void start(LambdaFunction function, Trigger.Stream trigger, String tableName) {
        StreamReader.atItsEnd(streams, tableName)
                .ifPresent(stream -> threads.execute(() -> pump(function, trigger, stream)));
    }

    private void pump(LambdaFunction function, Trigger.Stream trigger, StreamReader stream) {
        while (open) {
            try {
                stream.read(records -> deliver(function, trigger, records));
            } catch (RuntimeException failure) {
                if (open) {
                    LOG.log(Level.ERROR, "a stream cannot be read", failure);
                }
            }
            pause();
        }
    }

    private void deliver(LambdaFunction function, Trigger.Stream trigger, List<Record> records) {
        for (var from = 0; from < records.size(); from += trigger.batchSize()) {
            var to = Math.min(records.size(), from + trigger.batchSize());
            deliver(function, records.subList(from, to));
        }
    }

    private void deliver(LambdaFunction function, List<Record> batch) {
        var left = batch;
        for (var tries = 0; tries < MOST_TRIES && open && !left.isEmpty(); tries++) {
            if (tries > 0) {
                pause();
            }
            left = failed(function, left);
        }
        if (!left.isEmpty() && open) {
            LOG.log(Level.ERROR, "{0} records of a stream are passed by", left.size());
        }
    }

    /** What has to come again. */
    private List<Record> failed(LambdaFunction function, List<Record> batch) {
        try {
            var answer = functions.invoke(function.name(), StreamEvent.of(batch));
            return new Fields(Json.object(answer))
                    .objects("batchItemFailures").stream()
                            .map(failure -> failure.string("itemIdentifier"))
                            .findFirst()
                            .map(first -> from(first, batch))
                            .orElse(List.of());
        } catch (FunctionFailed | MalformedJson failure) {
            LOG.log(open ? Level.ERROR : Level.DEBUG, "records will come again", failure);
            return batch;
        }
    }

    private static List<Record> from(String sequenceNumber, List<Record> batch) {
        return IntStream.range(0, batch.size())
                .filter(i -> batch.get(i).dynamodb().sequenceNumber().equals(sequenceNumber))
                .mapToObj(i -> batch.subList(i, batch.size()))
                .findFirst()
                .orElse(batch);
    }

    private void pause() {
        try {
            Thread.sleep(POLL_MILLIS);
        } catch (InterruptedException _) {
            open = false;
        }
    }

    @Override
    public void close() {
        open = false;
        threads.shutdownNow();
    }
}
