package dev.pixapi.lambda.dynamodb;

import dev.pixapi.lambda.blueprint.Resources;
import dev.pixapi.lambda.blueprint.Table;

import java.util.function.Function;

/**
 * The physical names of the tables, asked for when they are used: a function is told only those
 * that it may touch.
 */
public record Tables(Function<Table, String> names) {
    String accounts() {
        return names.apply(Resources.ACCOUNTS);
    }

    String tasks() {
        return names.apply(Resources.TASKS);
    }

    String entries() {
        return names.apply(Resources.ENTRIES);
    }

    String lots() {
        return names.apply(Resources.LOTS);
    }

    String keys() {
        return names.apply(Resources.KEYS);
    }
}
