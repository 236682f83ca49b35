package dev.pixapi.lambda.dynamodb;

import com.github.f4b6a3.ulid.Ulid;

import dev.pixapi.account.AccountId;
import dev.pixapi.digest.Sha256;
import dev.pixapi.ledger.Adjustment;
import dev.pixapi.ledger.Changes;
import dev.pixapi.ledger.Credits;
import dev.pixapi.ledger.Entry;
import dev.pixapi.ledger.Entry.Kind;
import dev.pixapi.ledger.Grant;
import dev.pixapi.ledger.Refund;
import dev.pixapi.ledger.Settlement;
import dev.pixapi.ledger.Task;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/**
 * Entries as rows. A repeat makes the same id, since that is made of the time and of what the entry
 * is about.
 */
final class EntryItem {
    static final String PREFIX = "entry_";

    private final Tables tables;

    EntryItem(Tables tables) {
        this.tables = tables;
    }

    Put settle(Task task, Settlement settlement) {
        return once(
                row(task.order().account(), settleId(task, settlement.time()))
                        .put("kind", kind(Kind.SETTLE))
                        .put("credits", settlement.charge())
                        .put("held", task.order().hold())
                        .put("reference", task.id().value())
                        .put("time", settlement.time()));
    }

    Put grant(Grant grant) {
        return once(
                row(grant.account(), id(Kind.GRANT, grant.id(), grant.time()))
                        .put("kind", kind(Kind.GRANT))
                        .put("credits", grant.credits())
                        .put("reference", grant.id())
                        .put("time", grant.time()));
    }

    Put refund(Refund refund) {
        return once(
                row(refund.task().order().account(), refundId(refund))
                        .put("kind", kind(Kind.REFUND))
                        .put("credits", refund.credits())
                        .put("reference", refund.task().id().value())
                        .put("part", refund.id())
                        .put("time", refund.time()));
    }

    /** The shard is kept for whoever adds up the entries of one. */
    Put adjust(Adjustment adjustment) {
        var row =
                row(adjustment.account(), id(Kind.ADJUST, adjustment.id(), adjustment.time()))
                        .put("kind", kind(Kind.ADJUST))
                        .put("credits", Credits.ZERO)
                        .put("reference", adjustment.id())
                        .put("changes", ChangesMap.write(adjustment.changes()))
                        .put("time", adjustment.time());
        if (adjustment.shard() > 0) {
            row.put("shard", adjustment.shard());
        }
        return once(row);
    }

    /** Of what expired. */
    Put of(AccountId account, Entry entry) {
        return once(
                row(account, entry.id())
                        .put("kind", kind(entry.kind()))
                        .put("credits", entry.credits())
                        .put("reference", entry.reference())
                        .put("time", entry.time()));
    }

    static String expiryId(String grant, long version, Instant now) {
        return id(Kind.EXPIRE, version + " " + grant, now);
    }

    static String settleId(Task task, Instant ended) {
        return id(Kind.SETTLE, task.id().value(), ended);
    }

    /** Of two refunds of a task at one moment, each has its own. */
    static String refundId(Refund refund) {
        return id(Kind.REFUND, refund.task().id() + " " + refund.id(), refund.time());
    }

    static Entry read(Map<String, AttributeValue> attributes) {
        return Item.read(attributes, EntryItem::read);
    }

    private static Entry read(Item item) {
        var kind = Kind.valueOf(item.requiredText("kind").toUpperCase(Locale.ROOT));
        return new Entry(
                item.requiredText("id"),
                kind,
                item.requiredCredits("credits"),
                item.requiredText("reference"),
                item.optionalText("part"),
                kind == Kind.ADJUST ? ChangesMap.read(item.map("changes")) : Changes.NONE,
                item.requiredInstant("time"));
    }

    Put once(Item item) {
        return Put.builder()
                .tableName(tables.entries())
                .item(item.attributes())
                .conditionExpression("attribute_not_exists(id)")
                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
                .build();
    }

    static Item row(AccountId account, String id) {
        return Item.empty().put("account", account.toString()).put("id", id);
    }

    private static String kind(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    /** Sorts by time; the rest is a hash of what the entry is about, not chance. */
    private static String id(Kind kind, String about, Instant time) {
        var hash = Sha256.of(kind + about);
        return PREFIX + new Ulid(time.toEpochMilli(), Arrays.copyOf(hash, Ulid.RANDOM_BYTES));
    }
}
