package dev.pixapi.lambda.handler;

import dev.pixapi.json.Fields;
import dev.pixapi.ledger.Changes;
import dev.pixapi.ledger.Credits;
import dev.pixapi.ledger.TaskId;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Reads what an operator typed. A field that is not known is refused, since a name with a slip in
 * it would change another sum than was meant.
 */
final class CorrectionReader {
    private static final int LONGEST_REASON = 200;
    private static final int MOST_SHARDS = 16;

    private static final List<String> COUNTERS =
            List.of("available", "held", "spent", "granted", "expired", "refunded");

    private CorrectionReader() {}

    static Correction refund(Fields order) {
        requireOnly("refund", order, List.of("task", "id", "credits"));
        var task =
                TaskId.parse(order.string("task"))
                        .orElseThrow(() -> wrong("refund.task is the id of a task"));
        var credits =
                order.has("credits")
                        ? Optional.of(credits(order.decimal("credits")))
                        : Optional.<Credits>empty();
        return new Correction.Refund(task, order.string("id"), credits);
    }

    private static Credits credits(BigDecimal asked) {
        if (asked.signum() <= 0) {
            throw wrong("refund.credits is more than nothing");
        }
        return new Credits(millionths("refund.credits", asked));
    }

    static Correction freeze(String reason) {
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw wrong("freeze is a reason, of 1 to " + LONGEST_REASON + " characters");
        }
        return new Correction.Freeze(reason);
    }

    static Correction unfreeze(boolean unfreeze) {
        if (!unfreeze) {
            throw wrong("unfreeze is true");
        }
        return new Correction.Unfreeze();
    }

    static Correction adjust(Fields order, int shards) {
        requireOnly(
                "adjust",
                order,
                Stream.concat(Stream.of("id", "shard"), COUNTERS.stream()).toList());
        var shard = order.has("shard") ? whole("adjust.shard", order.decimal("shard")) : 0;
        if (shard < 0 || shard >= shards) {
            throw wrong("adjust.shard is from 0 to " + (shards - 1));
        }
        return new Correction.Adjust(order.string("id"), shard, changes(order));
    }

    private static Changes changes(Fields order) {
        var by = COUNTERS.stream().mapToLong(name -> change(order, name)).toArray();
        var changes = new Changes(by[0], by[1], by[2], by[3], by[4], by[5]);
        if (changes.areNone()) {
            throw wrong("adjust changes one of " + COUNTERS);
        }
        return changes;
    }

    private static long change(Fields order, String name) {
        return order.has(name) ? millionths("adjust." + name, order.decimal(name)) : 0;
    }

    static Correction reshard(Fields order, int shards) {
        var asked = whole("shards", order.decimal("shards"));
        if (asked < shards || asked > MOST_SHARDS) {
            throw wrong(
                    "shards is from %d, which it has, to %d".formatted(shards, MOST_SHARDS));
        }
        return new Correction.Reshard(asked);
    }

    private static void requireOnly(String object, Fields order, List<String> known) {
        var unknown = new TreeSet<>(order.values().keySet());
        known.forEach(unknown::remove);
        if (!unknown.isEmpty()) {
            throw wrong("%s has no %s, but %s".formatted(object, unknown, known));
        }
    }

    private static long millionths(String field, BigDecimal credits) {
        try {
            return Credits.millionths(credits);
        } catch (ArithmeticException _) {
            throw wrong(field + " is a number with six decimals at most");
        }
    }

    private static int whole(String field, BigDecimal number) {
        try {
            return number.intValueExact();
        } catch (ArithmeticException _) {
            throw wrong(field + " is a whole number");
        }
    }

    private static IllegalArgumentException wrong(String rule) {
        return new IllegalArgumentException(rule);
    }
}
