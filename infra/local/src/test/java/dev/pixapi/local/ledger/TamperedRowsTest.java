package dev.pixapi.local.ledger;

import static dev.pixapi.local.ledger.TestingLedger.NOW;
import static dev.pixapi.local.ledger.TestingTasks.submitted;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.pixapi.account.AccountId;
import dev.pixapi.lambda.blueprint.Resources;
import dev.pixapi.ledger.BrokenRow;
import dev.pixapi.ledger.Credits;
import dev.pixapi.ledger.Grant;
import dev.pixapi.ledger.Settlement;
import dev.pixapi.ledger.Task;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.util.Map;
import java.util.Optional;

/**
 * Rows that no operation of the ledger could have left, as a restored backup or a hand in the
 * console leaves them. The ledger refuses to go on from them; nothing becomes negative, and no
 * entry is written over.
 */
class TamperedRowsTest {
    private static final Settlement CANCELED = Settlement.canceled(NOW);
    private static TestingLedger tables;

    private AccountId account;
    private Task task;

    @BeforeAll
    static void start() {
        tables = new TestingLedger();
    }

    @AfterAll
    static void stop() {
        tables.close();
    }

    @BeforeEach
    void open() {
        account = tables.account("10");
        task = tables.open(submitted(account, "a", "4"));
    }

    private void set(String counter, long value) {
        tables.tamper(account, counter, value);
    }

    private void assertSettlesNothing() {
        var before = tables.counters(account);
        var row = tables.taskRow(task);
        var book = tables.entries(account);
        assertThrows(BrokenRow.class, () -> tables.ledger().settle(task, CANCELED));
        assertEquals(before, tables.counters(account));
        assertEquals(row, tables.taskRow(task));
        assertEquals(book, tables.entries(account));
    }

    @Test
    void lessHeldThanTheTaskHoldsSettlesNothing() {
        set("held", 3_999_999);
        assertSettlesNothing();
    }

    @Test
    void noTaskInFlightSettlesNothing() {
        set("tasks", 0);
        assertSettlesNothing();
    }

    @Test
    void aTaskThatCameBackIsNotSettledOverItsEntry() {
        var opened = tables.taskRow(task);
        tables.ledger().settle(task, CANCELED);
        tables.open(submitted(account, "another", "6"));
        tables.put(Resources.TASKS, opened);
        assertSettlesNothing();
    }

    @Test
    void aGrantWhoseIdWasForgottenIsNotWrittenOverItsEntry() {
        tables.dynamoDb()
                .deleteItem(
                        delete ->
                                delete.tableName(tables.name(Resources.ENTRIES))
                                        .key(
                                                Map.of(
                                                        "account",
                                                        AttributeValue.fromS(account.toString()),
                                                        "id",
                                                        AttributeValue.fromS("grant_welcome"))));
        var book = tables.entries(account);
        var again = new Grant(account, "welcome", Credits.of("99"), NOW);
        assertThrows(BrokenRow.class, () -> tables.ledger().grant(again));
        assertEquals(book, tables.entries(account));
        assertEquals(
                Optional.of(Credits.of("10")),
                tables.ledger().balance(account).map(balance -> balance.granted()));
    }
}
