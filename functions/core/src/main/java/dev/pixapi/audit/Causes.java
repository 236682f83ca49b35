package dev.pixapi.audit;

import dev.pixapi.ledger.BrokenRow;

import java.util.Optional;

/** A row that cannot be read, in words. */
final class Causes {
    private Causes() {}

    static String of(BrokenRow row) {
        var cause = Optional.ofNullable(row.getCause()).map(Throwable::getMessage);
        return row.getMessage() + cause.map(why -> ": " + why).orElse("");
    }
}
