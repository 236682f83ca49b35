package dev.pixapi.lambda.dynamodb;

import dev.pixapi.account.AccountId;
import dev.pixapi.ledger.Credits;
import dev.pixapi.ledger.Grant;
import dev.pixapi.ledger.Order;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.Update;

import java.util.Map;

/** The moves of an account's counters, each with the condition that keeps the invariants. */
final class AccountUpdate {
    /** One shard today; part of the key, so that a hot account can have more. */
    private static final long SHARD = 0;

    private final Tables tables;

    AccountUpdate(Tables tables) {
        this.tables = tables;
    }

    static Map<String, AttributeValue> key(AccountId account) {
        return Item.empty().put("account", account.toString()).put("shard", SHARD).attributes();
    }

    /** available → held, when it suffices and the account has room for one more task. */
    Update open(Order order) {
        return update(order.account())
                .updateExpression(
                        "SET available = available - :hold, held = held + :hold, tasks = tasks +"
                                + " :one")
                .conditionExpression("available >= :hold AND tasks < task_limit")
                .expressionAttributeValues(
                        Map.of(":hold", Item.credits(order.hold()), ":one", Item.number(1)))
                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
                .build();
    }

    /** held → spent as far as charged, and → available for the rest. */
    Update settle(Order order, Credits charge) {
        return update(order.account())
                .updateExpression(
                        "SET held = held - :hold, spent = spent + :charge, available = available +"
                                + " :rest, tasks = tasks - :one")
                .conditionExpression("held >= :hold AND tasks >= :one")
                .expressionAttributeValues(
                        Map.of(
                                ":hold", Item.credits(order.hold()),
                                ":charge", Item.credits(charge),
                                ":rest", Item.credits(order.hold().minus(charge)),
                                ":one", Item.number(1)))
                .build();
    }

    Update grant(Grant grant) {
        return update(grant.account())
                .updateExpression(
                        "SET available = available + :credits, granted = granted + :credits")
                .conditionExpression("attribute_exists(account)")
                .expressionAttributeValues(Map.of(":credits", Item.credits(grant.credits())))
                .build();
    }

    private Update.Builder update(AccountId account) {
        return Update.builder().tableName(tables.accounts()).key(key(account));
    }
}
