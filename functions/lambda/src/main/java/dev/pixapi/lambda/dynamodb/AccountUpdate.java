package dev.pixapi.lambda.dynamodb;

import dev.pixapi.account.AccountId;
import dev.pixapi.ledger.Credits;
import dev.pixapi.ledger.Grant;
import dev.pixapi.ledger.Refund;
import dev.pixapi.ledger.Task;

import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.Update;

import java.util.Map;

/** The moves of an account's counters, each with the condition that keeps the invariants. */
final class AccountUpdate {
    static final String NOT_FROZEN = "attribute_not_exists(frozen)";

    private final Tables tables;

    AccountUpdate(Tables tables) {
        this.tables = tables;
    }

    /**
     * available → held, when it suffices and the account has room for one more task.
     *
     * @param shards that the account must have
     */
    Update open(Task task, int shards) {
        var values = Item.empty().put(":hold", task.order().hold()).put(":one", 1);
        return update(task.order().account(), task.shard())
                .updateExpression(
                        "SET available = available - :hold, held = held + :hold, tasks = tasks +"
                                + " :one")
                .conditionExpression(
                        "available >= :hold AND tasks < task_limit AND "
                                + NOT_FROZEN
                                + " AND "
                                + has(shards, values))
                .expressionAttributeValues(values.attributes())
                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
                .build();
    }

    /** held → spent as far as charged, and → available for the rest. */
    Update settle(Task task, Credits charge) {
        var hold = task.order().hold();
        return update(task.order().account(), task.shard())
                .updateExpression(
                        "SET held = held - :hold, spent = spent + :charge, available = available +"
                                + " :rest, tasks = tasks - :one"
                                + (charge.equals(hold) ? "" : " ADD returned :rest"))
                .conditionExpression("held >= :hold AND tasks >= :one")
                .expressionAttributeValues(
                        Map.of(
                                ":hold", Item.credits(hold),
                                ":charge", Item.credits(charge),
                                ":rest", Item.credits(hold.minus(charge)),
                                ":one", Item.number(1)))
                .build();
    }

    /** To the first shard; others get theirs by moves. */
    Update grant(Grant grant) {
        return update(grant.account(), 0)
                .updateExpression(
                        "SET available = available + :credits, granted = granted + :credits")
                .conditionExpression("attribute_exists(account)")
                .expressionAttributeValues(Map.of(":credits", Item.credits(grant.credits())))
                .build();
    }

    /** available → expired, as far as it is there. */
    Update expire(AccountId account, int shard, Credits credits) {
        return update(account, shard)
                .updateExpression(
                        "SET available = available - :credits, expired = expired + :credits")
                .conditionExpression("available >= :credits AND " + NOT_FROZEN)
                .expressionAttributeValues(Map.of(":credits", Item.credits(credits)))
                .build();
    }

    /** To the shard that was charged. */
    Update refund(Refund refund) {
        return update(refund.task().order().account(), refund.task().shard())
                .updateExpression(
                        "SET available = available + :credits, refunded = refunded + :credits")
                .conditionExpression("attribute_exists(account)")
                .expressionAttributeValues(Map.of(":credits", Item.credits(refund.credits())))
                .build();
    }

    /**
     * The condition that an account has so many shards; an account of one does not say so.
     *
     * @param values where the number is put, if the condition names it
     */
    static String has(int shards, Item values) {
        if (shards == 1) {
            return "attribute_not_exists(shards)";
        }
        values.put(":shards", shards);
        return "shards = :shards";
    }

    Update.Builder update(AccountId account, int shard) {
        return Update.builder().tableName(tables.accounts()).key(AccountRow.key(account, shard));
    }
}
