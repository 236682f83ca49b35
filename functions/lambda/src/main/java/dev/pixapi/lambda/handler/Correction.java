package dev.pixapi.lambda.handler;

import dev.pixapi.json.Fields;
import dev.pixapi.ledger.Changes;
import dev.pixapi.ledger.Credits;
import dev.pixapi.ledger.Shard;
import dev.pixapi.ledger.TaskId;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** What an operator orders of an account. */
sealed interface Correction {
    record Refund(TaskId task, String id, Optional<Credits> credits) implements Correction {}

    record Freeze(String reason) implements Correction {}

    record Unfreeze() implements Correction {}

    record Adjust(String id, int shard, Changes changes) implements Correction {}

    record Reshard(int shards) implements Correction {}

    /**
     * @param account its rows, as they stand
     * @throws IllegalArgumentException naming the field that is absent, wrong or unknown
     */
    static Correction of(Fields order, List<Shard> account) {
        var asked = new TreeSet<>(order.values().keySet());
        asked.removeAll(List.of("mode", "account"));
        if (asked.size() != 1) {
            throw new IllegalArgumentException(
                    "one of refund, freeze, unfreeze, adjust, shards; not " + asked);
        }
        return switch (asked.first()) {
            case "refund" -> CorrectionReader.refund(order.object("refund"));
            case "freeze" -> CorrectionReader.freeze(order.string("freeze"));
            case "unfreeze" -> CorrectionReader.unfreeze(order.flag("unfreeze", false));
            case "adjust" -> CorrectionReader.adjust(order.object("adjust"), account.size());
            case "shards" -> CorrectionReader.reshard(order, account.size());
            default -> throw new IllegalArgumentException(asked.first() + " is no correction");
        };
    }
}
