package dev.pixapi.local;

import software.amazon.awssdk.services.dynamodb.model.ExpiredIteratorException;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.model.TrimmedDataAccessException;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Reads a table's stream: its shards, and those that follow them. It begins at the end of what is
 * there: what the process before has written and not looked at is the scheduled auditor's to find,
 * and a version that an operator has put right since is not held against the account once more.
 */
final class StreamReader {
    private final DynamoDbStreamsClient streams;
    private final String arn;
    private final Map<String, String> iterators = new LinkedHashMap<>();
    private final Set<String> known = new HashSet<>();

    private StreamReader(DynamoDbStreamsClient streams, String arn) {
        this.streams = streams;
        this.arn = arn;
    }

    /** Empty where the table has none, as in a system whose functions work on another one's. */
    static Optional<StreamReader> atItsEnd(DynamoDbStreamsClient streams, String tableName) {
        return streams.listStreams(list -> list.tableName(tableName)).streams().stream()
                .reduce((_, newest) -> newest)
                .map(stream -> atItsEnd(new StreamReader(streams, stream.streamArn())));
    }

    private static StreamReader atItsEnd(StreamReader reader) {
        reader.shards().forEach(shard -> reader.open(shard, ShardIteratorType.LATEST));
        return reader;
    }

    /** All that has come since, of each shard by itself. */
    void read(Consumer<List<Record>> consumer) {
        if (iterators.isEmpty()) {
            openWhatFollows();
        }
        for (var shard : List.copyOf(iterators.keySet())) {
            try {
                read(shard, consumer);
            } catch (ExpiredIteratorException _) {
                // The machine slept for longer than an iterator lives; nothing was written then.
                open(shard, ShardIteratorType.LATEST);
            } catch (TrimmedDataAccessException _) {
                // What it points at is gone; what is still there is read.
                open(shard, ShardIteratorType.TRIM_HORIZON);
            }
        }
    }

    private void read(String shard, Consumer<List<Record>> consumer) {
        var answer = streams.getRecords(get -> get.shardIterator(iterators.get(shard)));
        if (!answer.records().isEmpty()) {
            consumer.accept(answer.records());
        }
        if (answer.nextShardIterator() == null) {
            iterators.remove(shard);
            openWhatFollows();
        } else {
            iterators.put(shard, answer.nextShardIterator());
        }
    }

    /** From their beginning: nobody has read of them. */
    private void openWhatFollows() {
        shards().stream()
                .filter(shard -> !known.contains(shard))
                .forEach(shard -> open(shard, ShardIteratorType.TRIM_HORIZON));
    }

    private void open(String shard, ShardIteratorType from) {
        known.add(shard);
        var iterator =
                streams.getShardIterator(
                        get -> get.streamArn(arn).shardId(shard).shardIteratorType(from));
        iterators.put(shard, iterator.shardIterator());
    }

    private List<String> shards() {
        var shards = new ArrayList<String>();
        var next = Optional.<String>empty();
        do {
            var after = next.orElse(null);
            var part =
                    streams.describeStream(d -> d.streamArn(arn).exclusiveStartShardId(after))
                            .streamDescription();
            part.shards().forEach(shard -> shards.add(shard.shardId()));
            next = Optional.ofNullable(part.lastEvaluatedShardId());
        } while (next.isPresent());
        return shards;
    }
}
