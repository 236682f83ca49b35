package dev.pixapi.lambda.dynamodb;

import dev.pixapi.ledger.Changes;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.util.LinkedHashMap;
import java.util.Map;

/** Changes of counters as a map in a row: what is not changed is left out. */
final class ChangesMap {
    private ChangesMap() {}

    /** By the names of the counters in the row of an account. */
    static Map<String, Long> byCounter(Changes changes) {
        var all = new LinkedHashMap<String, Long>();
        all.put("available", changes.available());
        all.put("held", changes.held());
        all.put("spent", changes.spent());
        all.put("granted", changes.granted());
        all.put("expired", changes.expired());
        all.put("refunded", changes.refunded());
        all.values().removeIf(change -> change == 0);
        return all;
    }

    static AttributeValue write(Changes changes) {
        var map = new LinkedHashMap<String, AttributeValue>();
        byCounter(changes).forEach((name, change) -> map.put(name, Item.number(change)));
        return AttributeValue.fromM(map);
    }

    static Changes read(Map<String, AttributeValue> map) {
        var row = Item.of(map);
        return new Changes(
                number(row, "available"),
                number(row, "held"),
                number(row, "spent"),
                number(row, "granted"),
                number(row, "expired"),
                number(row, "refunded"));
    }

    private static long number(Item row, String name) {
        return row.optionalNumber(name).orElse(0L);
    }
}
