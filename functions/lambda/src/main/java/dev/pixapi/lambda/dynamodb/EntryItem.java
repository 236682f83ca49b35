package dev.pixapi.lambda.dynamodb;

import com.github.f4b6a3.ulid.Ulid;

import dev.pixapi.account.AccountId;
import dev.pixapi.digest.Sha256;
import dev.pixapi.ledger.Credits;
import dev.pixapi.ledger.Entry;
import dev.pixapi.ledger.Entry.Kind;
import dev.pixapi.ledger.Grant;
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
 * is about. Grants have a second row, by the grant's id, which lets each be used once.
 */
final class EntryItem {
    static final String PREFIX = "entry_";
    private static final String GRANT_PREFIX = "grant_";

    private final Tables tables;

    EntryItem(Tables tables) {
        this.tables = tables;
    }

    Put settle(Task task, Settlement settlement) {
        var account = task.order().account();
        var id = id(Kind.SETTLE, task.id().value(), settlement.time());
        return once(
                row(account, id)
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

    Put grantId(Grant grant) {
        return once(
                row(grant.account(), GRANT_PREFIX + grant.id()).put("credits", grant.credits()));
    }

    static Entry read(Map<String, AttributeValue> attributes) {
        return Item.read(attributes, EntryItem::read);
    }

    private static Entry read(Item item) {
        return new Entry(
                item.requiredText("id"),
                Kind.valueOf(item.requiredText("kind").toUpperCase(Locale.ROOT)),
                item.requiredCredits("credits"),
                item.requiredText("reference"),
                item.requiredInstant("time"));
    }

    static Credits credits(Map<String, AttributeValue> grantId) {
        return Item.read(grantId, item -> item.requiredCredits("credits"));
    }

    private Put once(Item item) {
        return Put.builder()
                .tableName(tables.entries())
                .item(item.attributes())
                .conditionExpression("attribute_not_exists(id)")
                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
                .build();
    }

    private static Item row(AccountId account, String id) {
        return Item.empty().put("account", account.toString()).put("id", id);
    }

    private static String kind(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    /** Sorts by time; the rest is a hash of what the entry is about, not chance. */
    private static String id(Kind kind, String reference, Instant time) {
        var hash = Sha256.of(kind + reference);
        return PREFIX + new Ulid(time.toEpochMilli(), Arrays.copyOf(hash, Ulid.RANDOM_BYTES));
    }
}
