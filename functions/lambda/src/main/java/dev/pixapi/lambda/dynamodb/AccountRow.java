package dev.pixapi.lambda.dynamodb;

import dev.pixapi.account.AccountId;
import dev.pixapi.ledger.Balance;
import dev.pixapi.ledger.Credits;
import dev.pixapi.ledger.Shard;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.util.HashMap;
import java.util.Map;

/** A row of an account: its counters, or those of one shard of it. */
final class AccountRow {
    private AccountRow() {}

    static Map<String, AttributeValue> key(AccountId account, int shard) {
        return Item.empty().put("account", account.toString()).put("shard", shard).attributes();
    }

    /** A row of an account with nothing in it. */
    static Item empty(AccountId account, int shard, long mostTasks) {
        return Item.of(new HashMap<>(key(account, shard)))
                .put("available", 0)
                .put("held", 0)
                .put("spent", 0)
                .put("granted", 0)
                .put("expired", 0)
                .put("refunded", 0)
                .put("tasks", 0)
                .put("task_limit", mostTasks);
    }

    static Shard read(Map<String, AttributeValue> attributes) {
        return Item.read(attributes, AccountRow::read);
    }

    /** How many rows the account of this row has; most have one, and do not say so. */
    static int shards(Map<String, AttributeValue> attributes) {
        return Item.read(attributes, row -> row.optionalNumber("shards").orElse(1L).intValue());
    }

    private static Shard read(Item row) {
        return new Shard(
                (int) row.requiredNumber("shard"),
                balance(row),
                optionalCredits(row, "moved_in"),
                optionalCredits(row, "moved_out"),
                optionalCredits(row, "returned"),
                row.requiredNumber("tasks"),
                row.requiredNumber("task_limit"),
                row.optionalText("frozen"));
    }

    private static Balance balance(Item row) {
        return new Balance(
                row.requiredCredits("available"),
                row.requiredCredits("held"),
                row.requiredCredits("spent"),
                row.requiredCredits("granted"),
                row.requiredCredits("expired"),
                row.requiredCredits("refunded"));
    }

    private static Credits optionalCredits(Item row, String name) {
        return row.optionalNumber(name).map(Credits::new).orElse(Credits.ZERO);
    }
}
