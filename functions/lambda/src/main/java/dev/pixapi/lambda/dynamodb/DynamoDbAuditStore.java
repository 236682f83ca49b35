package dev.pixapi.lambda.dynamodb;

import dev.pixapi.account.AccountId;
import dev.pixapi.audit.AuditStore;
import dev.pixapi.audit.Mark;
import dev.pixapi.audit.Mark.Suspicion;
import dev.pixapi.audit.Sums;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.util.Map;
import java.util.Optional;

/** The auditor's own table: a row for each account, and one for the place in their list. */
public final class DynamoDbAuditStore implements AuditStore {
    /** No account's name has such a sign. */
    private static final String PLACE = "#place";

    private final DynamoDbClient client;
    private final Tables tables;

    public DynamoDbAuditStore(DynamoDbClient client, Tables tables) {
        this.client = client;
        this.tables = tables;
    }

    @Override
    public Mark mark(AccountId account) {
        var row = row(account.toString());
        return row.isEmpty() ? Mark.START : Item.read(row, DynamoDbAuditStore::mark);
    }

    private static Mark mark(Item row) {
        return new Mark(
                row.optionalText("last"),
                new Sums(
                        row.requiredNumber("spent"),
                        row.requiredNumber("granted"),
                        row.requiredNumber("expired"),
                        row.requiredNumber("refunded")),
                row.optionalText("suspected")
                        .map(what -> new Suspicion(what, row.requiredInstant("since"))));
    }

    @Override
    public void keep(AccountId account, Mark mark) {
        var row =
                Item.empty()
                        .put("account", account.toString())
                        .put("spent", mark.sums().spent())
                        .put("granted", mark.sums().granted())
                        .put("expired", mark.sums().expired())
                        .put("refunded", mark.sums().refunded());
        mark.last().ifPresent(id -> row.put("last", id));
        mark.suspicion()
                .ifPresent(
                        suspicion ->
                                row.put("suspected", suspicion.difference())
                                        .put("since", suspicion.since()));
        put(row);
    }

    @Override
    public Optional<String> place() {
        return Item.of(row(PLACE)).optionalText("place");
    }

    @Override
    public void keepPlace(Optional<String> place) {
        var row = Item.empty().put("account", PLACE);
        place.ifPresent(text -> row.put("place", text));
        put(row);
    }

    private Map<String, AttributeValue> row(String account) {
        var key = Item.empty().put("account", account).attributes();
        return client.getItem(get -> get.tableName(tables.audits()).key(key).consistentRead(true))
                .item();
    }

    private void put(Item row) {
        client.putItem(put -> put.tableName(tables.audits()).item(row.attributes()));
    }
}
