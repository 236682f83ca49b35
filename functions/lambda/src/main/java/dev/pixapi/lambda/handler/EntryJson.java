package dev.pixapi.lambda.handler;

import dev.pixapi.ledger.Changes;
import dev.pixapi.ledger.Credits;
import dev.pixapi.ledger.Entry;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A line of an account's book as the API shows it. Every key is always there; those that do not
 * belong to its type are null:
 *
 * <pre>{"id": "entry_…", "object": "credits.entry", "type": "grant", "credits": 1000,
 *  "task_id": null,        of settle and refund
 *  "grant_id": "order-17", of grant and expire
 *  "refund_id": null,      of refund
 *  "adjustment_id": null,  of adjust
 *  "changes": null,        of adjust: by how much each counter went up or down
 *  "created_at": 1795361282}</pre>
 */
final class EntryJson {
    private EntryJson() {}

    static Map<String, Object> of(Entry entry) {
        var json = new LinkedHashMap<String, Object>();
        json.put("id", entry.id());
        json.put("object", "credits.entry");
        json.put("type", entry.kind().name().toLowerCase(Locale.ROOT));
        json.put("credits", entry.credits().toJson());
        json.put("task_id", null);
        json.put("grant_id", null);
        json.put("refund_id", entry.part().orElse(null));
        json.put("adjustment_id", null);
        json.put("changes", null);
        json.put("created_at", entry.time().getEpochSecond());
        json.put(reference(entry.kind()), entry.reference());
        if (entry.kind() == Entry.Kind.ADJUST) {
            json.put("changes", changes(entry.changes()));
        }
        return json;
    }

    private static String reference(Entry.Kind kind) {
        return switch (kind) {
            case GRANT, EXPIRE -> "grant_id";
            case SETTLE, REFUND -> "task_id";
            case ADJUST -> "adjustment_id";
        };
    }

    /** Each in credits, up or down. */
    static Map<String, Object> changes(Changes changes) {
        var json = new LinkedHashMap<String, Object>();
        json.put("available", Credits.toJson(changes.available()));
        json.put("held", Credits.toJson(changes.held()));
        json.put("spent", Credits.toJson(changes.spent()));
        json.put("granted", Credits.toJson(changes.granted()));
        json.put("expired", Credits.toJson(changes.expired()));
        json.put("refunded", Credits.toJson(changes.refunded()));
        return json;
    }
}
