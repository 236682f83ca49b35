package dev.pixapi.lambda.dynamodb;

import dev.pixapi.account.AccountId;
import dev.pixapi.account.KeyId;
import dev.pixapi.ledger.Credits;
import dev.pixapi.ledger.Failure;
import dev.pixapi.ledger.Order;
import dev.pixapi.ledger.Progress;
import dev.pixapi.ledger.Task;
import dev.pixapi.ledger.TaskId;
import dev.pixapi.ledger.TaskStatus;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A task as a row: at most 1 KB without metadata, so that it costs two write units in a
 * transaction.
 */
final class TaskItem {
    /** How long a row is kept after its task has ended. */
    static final Duration KEPT = Duration.ofDays(90);

    /** The index of what is due is spread, since one partition takes a thousand writes a second. */
    static final int DUE_SHARDS = 4;

    private TaskItem() {}

    static Map<String, AttributeValue> key(TaskId id) {
        return Item.empty().put("id", id.value()).attributes();
    }

    /**
     * @param due when the sweeper first looks at it
     */
    static Map<String, AttributeValue> write(Task task, Instant due) {
        var order = task.order();
        var item =
                Item.empty()
                        .put("id", task.id().value())
                        .put("account", order.account().toString())
                        .put("listed", listed(task))
                        .put("key", order.key().value())
                        .put("digest", order.digest())
                        .put("path", order.path())
                        .put("model", order.model())
                        .put("format", order.responseFormat())
                        .put("n", order.count())
                        .put("hold", order.hold())
                        .put("per_image", order.perImage())
                        .put("prices", order.priceVersion())
                        .put("token", order.mediaToken())
                        .put("kept_days", order.retention().days())
                        .put("created", order.created())
                        .put("deadline", order.deadline())
                        .put("due_shard", dueShard(task.id()))
                        .put("due", due);
        order.user().ifPresent(user -> item.put("user", user));
        if (task.shard() > 0) {
            item.put("shard", task.shard());
        }
        if (!order.metadata().isEmpty()) {
            item.put("metadata", AttributeValue.fromM(texts(order.metadata())));
        }
        writeProgress(item, task.progress());
        return item.attributes();
    }

    static Task read(Map<String, AttributeValue> attributes) {
        return Item.read(attributes, TaskItem::read);
    }

    private static Task read(Item item) {
        var order =
                new Order(
                        new TaskId(item.requiredText("id")),
                        AccountId.of(item.requiredText("account")),
                        new KeyId(item.requiredText("key")),
                        item.requiredText("digest"),
                        item.requiredText("path"),
                        item.requiredText("model"),
                        item.requiredText("format"),
                        (int) item.requiredNumber("n"),
                        item.requiredCredits("hold"),
                        item.requiredCredits("per_image"),
                        item.requiredText("prices"),
                        item.requiredText("token"),
                        item.retention("kept_days"),
                        item.requiredInstant("created"),
                        item.requiredInstant("deadline"),
                        item.optionalText("user"),
                        metadata(item));
        return new Task(order, shard(item), readProgress(item));
    }

    /**
     * DynamoDB removes an expired row late or not at all; it counts as absent all the same. A task
     * that has not ended never expires, since it holds credits.
     */
    static boolean isKept(Map<String, AttributeValue> attributes, Instant now) {
        return Item.of(attributes)
                .optionalNumber("expires")
                .map(second -> second > now.getEpochSecond())
                .orElse(true);
    }

    /** Sorts an account's tasks by time. */
    static String listed(Task task) {
        return "%013d#%s".formatted(task.order().created().toEpochMilli(), task.id());
    }

    static String dueShard(TaskId id) {
        return String.valueOf(Math.floorMod(id.value().hashCode(), DUE_SHARDS));
    }

    private static void writeProgress(Item item, Progress progress) {
        item.put("status", progress.status().wireName())
                .put("fence", progress.fence())
                .put("attempts", progress.attempts())
                .put("charged", progress.charged());
        progress.leaseEnds().ifPresent(end -> item.put("lease", end));
        progress.started().ifPresent(time -> item.put("started", time));
    }

    private static Progress readProgress(Item item) {
        return new Progress(
                TaskStatus.named(item.requiredText("status")).orElseThrow(),
                item.requiredNumber("fence"),
                (int) item.requiredNumber("attempts"),
                item.optionalInstant("lease"),
                item.optionalInstant("started"),
                item.optionalInstant("ended"),
                new Credits(item.requiredNumber("charged")),
                failure(item),
                item.optionalInstant("media_deleted"),
                credits(item, "refunded"),
                credits(item, "at_risk"));
    }

    /** The first, where it is not said. */
    private static int shard(Item item) {
        return item.optionalNumber("shard").orElse(0L).intValue();
    }

    /** None, where it is not said. */
    private static Credits credits(Item item, String name) {
        return item.optionalNumber(name).map(Credits::new).orElse(Credits.ZERO);
    }

    private static Optional<Failure> failure(Item item) {
        return item.optionalText("failure")
                .map(
                        code ->
                                new Failure(
                                        code,
                                        item.requiredText("failure_message"),
                                        item.optionalText("failure_param")));
    }

    private static Map<String, String> metadata(Item item) {
        var metadata = new LinkedHashMap<String, String>();
        var texts = Item.of(item.map("metadata"));
        texts.attributes().keySet().forEach(name -> metadata.put(name, texts.requiredText(name)));
        return metadata;
    }

    private static Map<String, AttributeValue> texts(Map<String, String> metadata) {
        var texts = new LinkedHashMap<String, AttributeValue>();
        metadata.forEach((name, value) -> texts.put(name, AttributeValue.fromS(value)));
        return texts;
    }
}
