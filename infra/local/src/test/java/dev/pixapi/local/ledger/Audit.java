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
        var rows = of(accounts, account);
        var mine = of(tasks, account);
        var book = of(entries, account);
        rows.forEach(row -> checkRow(row, mine));
        assertEquals(sum(rows, "moved_in"), sum(rows, "moved_out"), "moved in " + account);
        assertEquals(
                sum(rows, "spent") - adjusted(book, "spent"),
                sum(mine, "charged"),
                "tasks' charges: " + account);
        assertBooked(rows, book, "spent", "settle");
        assertBooked(rows, book, "granted", "grant");
        assertBooked(rows, book, "refunded", "refund");
        assertBooked(rows, book, "expired", "expire");
        mine.forEach(task -> checkTask(task, book));
    }

    private static void checkRow(
            Map<String, AttributeValue> row, List<Map<String, AttributeValue>> mine) {
        var name = text(row, "account") + " " + number(row, "shard");
        COUNTERS.forEach(counter -> assertTrue(number(row, counter) >= 0, counter + " of " + name));
        assertEquals(
                number(row, "granted") + number(row, "refunded") + number(row, "moved_in"),
                number(row, "available")
                        + number(row, "held")
                        + number(row, "spent")
                        + number(row, "expired")
                        + number(row, "moved_out"),
                "the counters of " + name);
        var unfinished =
                matching(
                        mine,
                        task ->
                                isUnfinished(task)
                                        && number(task, "shard") == number(row, "shard"));
        assertEquals(number(row, "held"), sum(unfinished, "hold"), "held by " + name);
        assertEquals(number(row, "tasks"), unfinished.size(), "tasks of " + name);
    }

    /** A counter is the sum of its entries, and of what was adjusted. */
    private static void assertBooked(
            List<Map<String, AttributeValue>> rows,
            List<Map<String, AttributeValue>> book,
            String counter,
            String kind) {
        assertEquals(
                sum(rows, counter),
                sum(kind(book, kind), "credits") + adjusted(book, counter),
                counter + " in the book");
    }

    private static long adjusted(List<Map<String, AttributeValue>> book, String counter) {
        return kind(book, "adjust").stream()
                .mapToLong(entry -> number(entry.get("changes").m(), counter))
                .sum();
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
        var refunds = matching(kind(book, "refund"), e -> text(e, "reference").equals(id));
        assertEquals(number(task, "refunded"), sum(refunds, "credits"), "refunds of " + id);
        assertTrue(number(task, "refunded") <= number(task, "charged"), "refunded of " + id);
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

    /** Zero where it is not said. */
    private static long number(Map<String, AttributeValue> row, String name) {
        return row.containsKey(name) ? Long.parseLong(row.get(name).n()) : 0;
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
