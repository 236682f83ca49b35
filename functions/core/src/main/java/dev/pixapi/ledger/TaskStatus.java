package dev.pixapi.ledger;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where a task stands. The last three are terminal: a task has one of them, once. */
public enum TaskStatus {
    SUBMITTED,
    PROCESSING,
    COMPLETED,
    FAILED,
    CANCELED;

    public static Optional<TaskStatus> named(String wireName) {
        return Arrays.stream(values()).filter(s -> s.wireName().equals(wireName)).findAny();
    }

    public boolean isTerminal() {
        return this == COMPLETED || this == FAILED || this == CANCELED;
    }

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
