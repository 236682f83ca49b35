package dev.pixapi.lambda.dynamodb;

import dev.pixapi.ledger.ClaimTerms;
import dev.pixapi.ledger.Credits;
import dev.pixapi.ledger.Refund;
import dev.pixapi.ledger.Settlement;
import dev.pixapi.ledger.Task;
import dev.pixapi.ledger.TaskId;

import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.Update;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

import java.time.Instant;
import java.util.Map;

/** The steps of a task's life as writes, each with the condition that makes its repeat harmless. */
final class TaskUpdate {
    private static final String UNFINISHED = "#status IN (:submitted, :processing)";
    private static final Map<String, String> STATUS = Map.of("#status", "status");

    private final Tables tables;

    TaskUpdate(Tables tables) {
        this.tables = tables;
    }

    /** The put is the idempotency check: of two with one id, one fails and learns of the other. */
    Put open(Task task, Instant due) {
        return Put.builder()
                .tableName(tables.tasks())
                .item(TaskItem.write(task, due))
                .conditionExpression("attribute_not_exists(id) OR expires <= :now")
                .expressionAttributeValues(
                        Map.of(":now", Item.number(task.order().created().getEpochSecond())))
                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
                .build();
    }

    /**
     * A new lease and a higher fence, where no live lease is. The index of what is due stays as it
     * is.
     */
    UpdateItemRequest claim(TaskId id, ClaimTerms terms) {
        return UpdateItemRequest.builder()
                .tableName(tables.tasks())
                .key(TaskItem.key(id))
                .updateExpression(
                        "SET #status = :processing, fence = fence + :one, attempts = attempts +"
                                + " :one, lease = :lease, runner = :runner, started ="
                                + " if_not_exists(started, :now)")
                .conditionExpression(
                        UNFINISHED
                                + " AND (attribute_not_exists(lease) OR lease <= :now) AND attempts"
                                + " < :most AND deadline > :now")
                .expressionAttributeNames(STATUS)
                .expressionAttributeValues(
                        unfinished()
                                .put(":one", 1)
                                .put(":lease", terms.leaseEnds())
                                .put(":runner", terms.runner())
                                .put(":now", terms.now())
                                .put(":most", terms.mostAttempts())
                                .attributes())
                .returnValues(ReturnValue.ALL_NEW)
                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
                .build();
    }

    UpdateItemRequest renew(Task claimed, Instant leaseEnds) {
        return UpdateItemRequest.builder()
                .tableName(tables.tasks())
                .key(TaskItem.key(claimed.id()))
                .updateExpression("SET lease = :lease")
                .conditionExpression("#status = :processing AND fence = :fence")
                .expressionAttributeNames(STATUS)
                .expressionAttributeValues(
                        Item.empty()
                                .put(":processing", "processing")
                                .put(":lease", leaseEnds)
                                .put(":fence", claimed.progress().fence())
                                .attributes())
                .build();
    }

    /** The terminal state, once, by the newest fence; the row leaves the index of what is due. */
    Update settle(Task task, Settlement settlement) {
        var values =
                unfinished()
                        .put(":status", settlement.status().wireName())
                        .put(":fence", task.progress().fence())
                        .put(":charge", settlement.charge())
                        .put(":now", settlement.time())
                        .put(":expires", settlement.time().plus(TaskItem.KEPT).getEpochSecond());
        var failed = "";
        var risk = "";
        if (!settlement.atRisk().equals(Credits.ZERO)) {
            risk = ", at_risk = :risk";
            values.put(":risk", settlement.atRisk());
        }
        if (settlement.failure().isPresent()) {
            var failure = settlement.failure().get();
            failed = ", failure = :failure, failure_message = :message";
            values.put(":failure", failure.code()).put(":message", failure.message());
            if (failure.parameter().isPresent()) {
                failed += ", failure_param = :param";
                values.put(":param", failure.parameter().get());
            }
        }
        return Update.builder()
                .tableName(tables.tasks())
                .key(TaskItem.key(task.id()))
                .updateExpression(
                        "SET #status = :status, charged = :charge, ended = :now, expires = :expires"
                                + failed
                                + risk
                                + " REMOVE lease, runner, due, due_shard")
                .conditionExpression(UNFINISHED + " AND fence = :fence")
                .expressionAttributeNames(STATUS)
                .expressionAttributeValues(values.attributes())
                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
                .build();
    }

    /**
     * Raises what was given back, if the task stands as it was read: its credits are given back one
     * refund after the other. Only what is completed was charged. The token tells it from a later
     * task of the same id.
     */
    Update refund(Refund refund) {
        var task = refund.task();
        var before = task.progress().refunded();
        var values =
                Item.empty()
                        .put(":token", task.order().mediaToken())
                        .put(":charged", task.progress().charged())
                        .put(":after", before.plus(refund.credits()));
        var unchanged = "attribute_not_exists(refunded)";
        if (!before.equals(Credits.ZERO)) {
            unchanged = "refunded = :before";
            values.put(":before", before);
        }
        return Update.builder()
                .tableName(tables.tasks())
                .key(TaskItem.key(task.id()))
                .updateExpression("SET refunded = :after")
                .conditionExpression(
                        "#token = :token AND charged = :charged AND"
                                + " charged >= :after AND "
                                + unchanged)
                .expressionAttributeNames(Map.of("#token", "token"))
                .expressionAttributeValues(values.attributes())
                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
                .build();
    }

    /** Only where the sweeper still has something to look for. */
    UpdateItemRequest postpone(TaskId id, Instant next) {
        return UpdateItemRequest.builder()
                .tableName(tables.tasks())
                .key(TaskItem.key(id))
                .updateExpression("SET due = :next")
                .conditionExpression("attribute_exists(due)")
                .expressionAttributeValues(Map.of(":next", Item.millis(next)))
                .build();
    }

    /** The token tells the task from a later one of the same id, which a repeated key may open. */
    UpdateItemRequest markMediaDeleted(Task task, Instant now) {
        return UpdateItemRequest.builder()
                .tableName(tables.tasks())
                .key(TaskItem.key(task.id()))
                .updateExpression("SET media_deleted = if_not_exists(media_deleted, :now)")
                .conditionExpression("attribute_exists(ended) AND #token = :token")
                .expressionAttributeNames(Map.of("#token", "token"))
                .expressionAttributeValues(
                        Item.empty()
                                .put(":now", now)
                                .put(":token", task.order().mediaToken())
                                .attributes())
                .returnValues(ReturnValue.ALL_NEW)
                .build();
    }

    private static Item unfinished() {
        return Item.empty().put(":submitted", "submitted").put(":processing", "processing");
    }
}
