package dev.pixapi.lambda.dynamodb;

import dev.pixapi.ledger.Adjustment;
import dev.pixapi.ledger.Changes;
import dev.pixapi.ledger.Credits;
import dev.pixapi.ledger.Entry;
import dev.pixapi.ledger.Grant;
import dev.pixapi.ledger.Refund;
import dev.pixapi.ledger.TaskId;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;

import java.util.Map;
import java.util.Optional;

/**
 * The second row of what an operator may do once for an id of his: a grant, a refund, an
 * adjustment. Its key is the id, so that it can be put but once, whenever that is tried. It stands
 * in the book's table and is no entry.
 */
final class UsedId {
    private static final String GRANT = "grant_";
    private static final String REFUND = "refund_";
    private static final String ADJUSTMENT = "adjust_";

    private final EntryItem entries;

    UsedId(EntryItem entries) {
        this.entries = entries;
    }

    Put of(Grant grant) {
        return entries.once(key(grant).put("credits", grant.credits()));
    }

    static Item key(Grant grant) {
        return EntryItem.row(grant.account(), GRANT + grant.id());
    }

    /** All that its entry says: the refunds of a task are found here. */
    Put of(Refund refund) {
        var task = refund.task();
        return entries.once(
                EntryItem.row(task.order().account(), refunds(task.id()) + refund.id())
                        .put("credits", refund.credits())
                        .put("entry", EntryItem.refundId(refund))
                        .put("reference", task.id().value())
                        .put("part", refund.id())
                        .put("time", refund.time()));
    }

    Put of(Adjustment adjustment) {
        return entries.once(
                EntryItem.row(adjustment.account(), ADJUSTMENT + adjustment.id())
                        .put("changes", ChangesMap.write(adjustment.changes())));
    }

    /** How the keys of all refunds of a task begin. */
    static String refunds(TaskId task) {
        return REFUND + task + "_";
    }

    static Entry refund(Map<String, AttributeValue> row) {
        return Item.read(
                row,
                item ->
                        new Entry(
                                item.requiredText("entry"),
                                Entry.Kind.REFUND,
                                item.requiredCredits("credits"),
                                item.requiredText("reference"),
                                Optional.of(item.requiredText("part")),
                                Changes.NONE,
                                item.requiredInstant("time")));
    }

    static Credits credits(Map<String, AttributeValue> row) {
        return Item.read(row, item -> item.requiredCredits("credits"));
    }

    static Changes changes(Map<String, AttributeValue> row) {
        return Item.read(row, item -> ChangesMap.read(item.map("changes")));
    }
}
