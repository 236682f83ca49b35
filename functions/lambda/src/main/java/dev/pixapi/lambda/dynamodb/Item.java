package dev.pixapi.lambda.dynamodb;

import dev.pixapi.ledger.BrokenRow;
import dev.pixapi.ledger.Credits;
import dev.pixapi.media.Retention;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;

/** A row while it is written or read. An attribute without a value is left out. */
final class Item {
    private final Map<String, AttributeValue> attributes;

    private Item(Map<String, AttributeValue> attributes) {
        this.attributes = attributes;
    }

    static Item empty() {
        return new Item(new HashMap<>());
    }

    static Item of(Map<String, AttributeValue> attributes) {
        return new Item(attributes);
    }

    /**
     * Reads a row of the ledger.
     *
     * @throws BrokenRow when an attribute is absent, or is none that the ledger writes
     */
    static <T> T read(Map<String, AttributeValue> attributes, Function<Item, T> reader) {
        var row = of(attributes);
        try {
            return reader.apply(row);
        } catch (IllegalArgumentException | NoSuchElementException fault) {
            var id = row.optionalText("id").or(() -> row.optionalText("account")).orElse("");
            throw new BrokenRow("the row " + id + " cannot be read", fault);
        }
    }

    static AttributeValue text(String value) {
        return AttributeValue.fromS(value);
    }

    static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }

    static AttributeValue millis(Instant time) {
        return number(time.toEpochMilli());
    }

    static AttributeValue credits(Credits credits) {
        return number(credits.millionths());
    }

    Item put(String name, AttributeValue value) {
        attributes.put(name, value);
        return this;
    }

    Item put(String name, String value) {
        return put(name, text(value));
    }

    Item put(String name, long value) {
        return put(name, number(value));
    }

    Item put(String name, Instant value) {
        return put(name, millis(value));
    }

    Item put(String name, Credits value) {
        return put(name, credits(value));
    }

    Map<String, AttributeValue> attributes() {
        return attributes;
    }

    boolean isEmpty() {
        return attributes.isEmpty();
    }

    String requiredText(String name) {
        return optionalText(name).orElseThrow();
    }

    Optional<String> optionalText(String name) {
        return Optional.ofNullable(attributes.get(name)).map(AttributeValue::s);
    }

    Optional<Long> optionalNumber(String name) {
        return Optional.ofNullable(attributes.get(name)).map(value -> Long.valueOf(value.n()));
    }

    long requiredNumber(String name) {
        return optionalNumber(name).orElseThrow();
    }

    Optional<Instant> optionalInstant(String name) {
        return optionalNumber(name).map(Instant::ofEpochMilli);
    }

    Instant requiredInstant(String name) {
        return Instant.ofEpochMilli(requiredNumber(name));
    }

    Credits requiredCredits(String name) {
        return new Credits(requiredNumber(name));
    }

    /** Rows that are older than retention have none of it, which means the longest. */
    Retention retention(String name) {
        return optionalNumber(name)
                .map(days -> Retention.ofDays(days).orElseThrow())
                .orElse(Retention.MONTH);
    }

    List<AttributeValue> list(String name) {
        return Optional.ofNullable(attributes.get(name)).map(AttributeValue::l).orElseThrow();
    }

    Map<String, AttributeValue> map(String name) {
        return Optional.ofNullable(attributes.get(name)).map(AttributeValue::m).orElse(Map.of());
    }
}
