package dev.pixapi.lambda.handler;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pixapi.json.Json;
import dev.pixapi.ledger.Changes;
import dev.pixapi.ledger.Credits;
import dev.pixapi.ledger.Entry;
import dev.pixapi.ledger.Entry.Kind;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

class EntryJsonTest {
    private static final List<String> REFERENCES =
            List.of("task_id", "grant_id", "refund_id", "adjustment_id", "changes");

    @ParameterizedTest
    @CsvSource({
        "GRANT, grant_id",
        "SETTLE, task_id",
        "EXPIRE, grant_id",
        "REFUND, task_id refund_id",
        "ADJUST, adjustment_id changes",
    })
    void anEntryRefersToWhatItIsAbout(Kind kind, String filled) {
        var part = kind == Kind.REFUND ? Optional.of("ticket-1") : Optional.<String>empty();
        var json = EntryJson.of(entry(kind, part, Changes.NONE));
        var names = REFERENCES.stream().filter(name -> Objects.nonNull(json.get(name))).toList();
        assertEquals(filled, String.join(" ", names));
        assertEquals(kind.name().toLowerCase(Locale.ROOT), json.get("type"));
        assertEquals("about", json.get(names.getFirst()));
    }

    @Test
    void everyKeyIsAlwaysThere() {
        assertEquals(
                "{\"id\":\"entry_1\",\"object\":\"credits.entry\",\"type\":\"refund\","
                        + "\"credits\":2.5,\"task_id\":\"about\",\"grant_id\":null,"
                        + "\"refund_id\":\"ticket-1\",\"adjustment_id\":null,\"changes\":null,"
                        + "\"created_at\":60}",
                Json.write(EntryJson.of(entry(Kind.REFUND, Optional.of("ticket-1"), Changes.NONE))));
    }

    @Test
    void changesGoUpAndDownInCredits() {
        var changes = new Changes(-1, 2_000_000, 0, -3_500_000, 4, 5);
        assertEquals(
                "{\"available\":-0.000001,\"held\":2,\"spent\":0,\"granted\":-3.5,"
                        + "\"expired\":0.000004,\"refunded\":0.000005}",
                Json.write(
                        EntryJson.of(entry(Kind.ADJUST, Optional.empty(), changes)).get("changes")));
    }

    private static Entry entry(Kind kind, Optional<String> part, Changes changes) {
        return new Entry(
                "entry_1",
                kind,
                Credits.of("2.5"),
                "about",
                part,
                changes,
                Instant.ofEpochSecond(60));
    }
}
