package dev.pixapi.local.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pixapi.account.AccountId;
import dev.pixapi.lambda.blueprint.Resources;
import dev.pixapi.lambda.blueprint.Table;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * All rows of the three tables, and what must hold between them. It knows the rows' attributes and
 * none of the ledger's code.
 */
record Audit(
        List<Map<String, AttributeValue>> accounts,
        List<Map<String, AttributeValue>> tasks,
        List<Map<String, AttributeValue>> entries) {
    private static final List<String> COUNTERS =
            List.of("available", "held", "spent", "granted", "expired", "refunded", "tasks");

    static Audit of(TestingLedger ledger) {
        return new Audit(
                scan(ledger, Resources.ACCOUNTS),
                scan(ledger, Resources.TASKS),
                scan(ledger, Resources.ENTRIES));
    }

    void check(AccountId... audited) {
        for (var account : audited) {
            check(account.toString());
        }
    }

    private void check(String account) {
        var row = of(accounts, account).getFirst();
        var mine = of(tasks, account);
        var book = of(entries, account);
        COUNTERS.forEach(name -> assertTrue(number(row, name) >= 0, name + " of " + account));
        assertEquals(
                number(row, "granted"),
                number(row, "available")
                        + number(row, "held")
                        + number(row, "spent")
                        + number(row, "expired")
                        - number(row, "refunded"),
                "the counters of " + account);
        var unfinished = mine.stream().filter(Audit::isUnfinished).toList();
        assertEquals(number(row, "held"), sum(unfinished, "hold"), "held by " + account);
        assertEquals(number(row, "tasks"), unfinished.size(), "tasks of " + account);
        assertEquals(number(row, "spent"), sum(mine, "charged"), "tasks' charges: " + account);
        assertEquals(number(row, "spent"), sum(kind(book, "settle"), "credits"), "settled");
        assertEquals(number(row, "granted"), sum(kind(book, "grant"), "credits"), "granted");
        mine.forEach(task -> checkTask(task, book));
    }

    private static void checkTask(
            Map<String, AttributeValue> task, List<Map<String, AttributeValue>> book) {
        var id = text(task, "id");
        var settled = kind(book, "settle").stream().filter(e -> text(e, "reference").equals(id));
        assertEquals(
                isUnfinished(task) ? List.of() : List.of(number(task, "charged")),
                settled.map(entry -> number(entry, "credits")).toList(),
                "settle entries of " + id);
        assertTrue(number(task, "charged") <= number(task, "hold"), "charge of " + id);
        assertEquals(isUnfinished(task), task.containsKey("due"), "is due: " + id);
    }

    private static boolean isUnfinished(Map<String, AttributeValue> task) {
        return Set.of("submitted", "processing").contains(text(task, "status"));
    }

    private static List<Map<String, AttributeValue>> of(
            List<Map<String, AttributeValue>> rows, String account) {
        return matching(rows, row -> text(row, "account").equals(account));
    }

    private static List<Map<String, AttributeValue>> kind(
            List<Map<String, AttributeValue>> book, String kind) {
        return matching(book, row -> row.containsKey("kind") && text(row, "kind").equals(kind));
    }

    private static List<Map<String, AttributeValue>> matching(
            List<Map<String, AttributeValue>> rows, Predicate<Map<String, AttributeValue>> wanted) {
        return rows.stream().filter(wanted).toList();
    }

    private static long sum(List<Map<String, AttributeValue>> rows, String name) {
        return rows.stream().mapToLong(row -> number(row, name)).sum();
    }

    private static long number(Map<String, AttributeValue> row, String name) {
        return Long.parseLong(row.get(name).n());
    }

    private static String text(Map<String, AttributeValue> row, String name) {
        return row.get(name).s();
    }

    private static List<Map<String, AttributeValue>> scan(TestingLedger ledger, Table table) {
        return ledger
                .dynamoDb()
                .scanPaginator(scan -> scan.tableName(ledger.name(table)).consistentRead(true))
                .items()
                .stream()
                .toList();
    }
}
