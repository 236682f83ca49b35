package dev.pixapi.lambda.dynamodb;

import dev.pixapi.account.AccountId;
import dev.pixapi.lambda.dynamodb.ShardWrites.NewShard;
import dev.pixapi.ledger.Credits;
import dev.pixapi.ledger.Shard;

import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.Update;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What shards write: credits that move between two of them, and more of them. */
final class ShardUpdate {
    private final Tables tables;
    private final AccountUpdate accounts;

    ShardUpdate(Tables tables) {
        this.tables = tables;
        this.accounts = new AccountUpdate(tables);
    }

    Update moveOut(AccountId account, int shard, Credits credits) {
        return accounts.update(account, shard)
                .updateExpression("SET available = available - :credits ADD moved_out :credits")
                .conditionExpression("available >= :credits AND " + AccountUpdate.NOT_FROZEN)
                .expressionAttributeValues(Map.of(":credits", Item.credits(credits)))
                .build();
    }

    Update moveIn(AccountId account, int shard, Credits credits) {
        return accounts.update(account, shard)
                .updateExpression("SET available = available + :credits ADD moved_in :credits")
                .conditionExpression("attribute_exists(account) AND " + AccountUpdate.NOT_FROZEN)
                .expressionAttributeValues(Map.of(":credits", Item.credits(credits)))
                .build();
    }

    /**
     * One that is there learns of the others. The first is asked for all of them whether they are
     * still as many, and frozen or not, as when they were read.
     */
    Update widen(NewShard shard, List<Shard> old) {
        var values = Item.empty().put(":more", shard.of()).put(":limit", shard.mostTasks());
        var update =
                accounts.update(shard.account(), shard.number())
                        .updateExpression("SET shards = :more, task_limit = :limit");
        if (shard.number() == 0) {
            update.conditionExpression(
                    AccountUpdate.has(old.size(), values)
                            + " AND "
                            + isFrozen(old.getFirst().frozen(), values));
        }
        return update.expressionAttributeValues(values.attributes()).build();
    }

    /** An empty one, frozen as the account is. */
    Put add(NewShard shard, Optional<String> frozen) {
        var row =
                AccountRow.empty(shard.account(), shard.number(), shard.mostTasks())
                        .put("shards", shard.of());
        frozen.ifPresent(reason -> row.put("frozen", reason));
        return Put.builder()
                .tableName(tables.accounts())
                .item(row.attributes())
                .conditionExpression("attribute_not_exists(account)")
                .build();
    }

    private static String isFrozen(Optional<String> reason, Item values) {
        reason.ifPresent(text -> values.put(":frozen", text));
        return reason.isPresent() ? "frozen = :frozen" : AccountUpdate.NOT_FROZEN;
    }
}
