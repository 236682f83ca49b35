package dev.pixapi.lambda.blueprint;

import java.util.List;
import java.util.Optional;

/**
 * A DynamoDB table, on demand.
 *
 * @param timeToLive the attribute with the second after which DynamoDB may remove a row
 */
public record Table(String name, Keys keys, List<Index> indexes, Optional<String> timeToLive)
        implements Resource {

    /** How rows are found. */
    public record Keys(Attribute partition, Optional<Attribute> sort) {}

    /**
     * A global secondary index that holds keys only: what it is read for is read from the table.
     */
    public record Index(String name, Keys keys) {}

    /** A key attribute. */
    public record Attribute(String name, Type type) {}

    /** The types of key attributes, by DynamoDB's letters. */
    public enum Type {
        S,
        N
    }

    static Keys keys(String partition) {
        return new Keys(new Attribute(partition, Type.S), Optional.empty());
    }

    static Keys keys(String partition, String sort, Type sortType) {
        return new Keys(
                new Attribute(partition, Type.S), Optional.of(new Attribute(sort, sortType)));
    }

    @Override
    public String environmentVariable() {
        return Resource.variable("TABLE", name);
    }
}
