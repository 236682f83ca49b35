package dev.pixapi.lambda.dynamodb;

import dev.pixapi.account.AccountId;
import dev.pixapi.ledger.Lot;
import dev.pixapi.ledger.Lots;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is left of an account's grants that expire, as a row. It is read and written as a whole, by
 * its version.
 *
 * @param version one more with each write; 0 where there is no row yet
 */
record LotsRow(Lots lots, long version) {
    /** The index of what expires is spread, as is that of due tasks. */
    static final int SHARDS = 4;

    static final LotsRow NONE = new LotsRow(Lots.NONE, 0);

    static Map<String, AttributeValue> key(AccountId account) {
        return Item.empty().put("account", account.toString()).attributes();
    }

    static LotsRow read(Map<String, AttributeValue> attributes) {
        return Item.read(attributes, LotsRow::read);
    }

    private static LotsRow read(Item row) {
        var lots = row.list("lots").stream().map(lot -> lot(Item.of(lot.m()))).toList();
        return new LotsRow(
                new Lots(lots, row.requiredCredits("used")), row.requiredNumber("version"));
    }

    /**
     * The row behind this one.
     *
     * @param look when the sweeper next looks at it; empty for never
     */
    Map<String, AttributeValue> next(AccountId account, Lots next, Optional<Instant> look) {
        var row =
                Item.of(key(account))
                        .put("lots", lots(next.lots()))
                        .put("used", next.used())
                        .put("version", version + 1);
        look.ifPresent(time -> row.put("expiring", shard(account)).put("next_expiry", time));
        return row.attributes();
    }

    private static String shard(AccountId account) {
        return String.valueOf(Math.floorMod(account.toString().hashCode(), SHARDS));
    }

    private static AttributeValue lots(List<Lot> lots) {
        return AttributeValue.fromL(
                lots.stream().map(lot -> AttributeValue.fromM(write(lot))).toList());
    }

    private static Map<String, AttributeValue> write(Lot lot) {
        return Item.empty()
                .put("grant", lot.grant())
                .put("expires", lot.expires())
                .put("priority", lot.priority())
                .put("left", lot.left())
                .attributes();
    }

    private static Lot lot(Item lot) {
        return new Lot(
                lot.requiredText("grant"),
                lot.requiredInstant("expires"),
                (int) lot.requiredNumber("priority"),
                lot.requiredCredits("left"));
    }
}
