package dev.pixapi.local.ledger;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.util.HashMap;
import java.util.Map;

/** A row as DynamoDB's JSON has it: each value under the letter of its type. */
final class WireItem {
    private WireItem() {}

    static Map<String, Object> of(Map<String, AttributeValue> row) {
        var item = new HashMap<String, Object>();
        row.forEach((name, value) -> item.put(name, typed(value)));
        return item;
    }

    private static Map<String, Object> typed(AttributeValue value) {
        return switch (value.type()) {
            case S -> Map.of("S", value.s());
            case N -> Map.of("N", value.n());
            case M -> Map.of("M", of(value.m()));
            default -> throw new IllegalArgumentException("no row has a " + value.type());
        };
    }
}
