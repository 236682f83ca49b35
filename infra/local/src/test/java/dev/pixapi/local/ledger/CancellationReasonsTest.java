package dev.pixapi.local.ledger;

import static dev.pixapi.local.ledger.TestingTasks.submitted;
import static dev.pixapi.local.ledger.Wire.cancelled;
import static dev.pixapi.local.ledger.Wire.cancelledFor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.pixapi.account.AccountId;
import dev.pixapi.api.ApiException;
import dev.pixapi.api.ErrorCode;
import dev.pixapi.ledger.Credits;
import dev.pixapi.ledger.OpenOutcome.Exists;
import dev.pixapi.ledger.OpenOutcome.Insufficient;
import dev.pixapi.ledger.Task;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

import java.util.List;
import java.util.Map;

/** What is made of a cancelled transaction's reasons: each is read for what its own item says. */
class CancellationReasonsTest {
    private static TestingLedger tables;

    private AccountId account;

    @BeforeAll
    static void start() {
        tables = new TestingLedger();
    }

    @AfterAll
    static void stop() {
        tables.close();
    }

    @BeforeEach
    void newAccount() {
        tables.wire().disturb();
        account = tables.account("10");
    }

    @Test
    void theAccountsOwnReasonIsAnOutcomeBesideAConflict() {
        var row = Map.of("available", Map.of("N", "3999999"), "task_limit", Map.of("N", "5"));
        tables.wire()
                .disturb(
                        cancelledFor(
                                List.of(
                                        Map.of("Code", "ConditionalCheckFailed", "Item", row),
                                        Map.of("Code", "TransactionConflict"))));
        var outcome = tables.ledger().open(submitted(account, "a", "4"));
        assertEquals(new Insufficient(Credits.of("3.999999")), outcome);
        assertEquals(1, tables.wire().writes());
    }

    @Test
    void theTaskThatIsThereIsAnOutcomeBesideAConflict() {
        var task = tables.open(submitted(account, "a", "4"));
        tables.wire().disturb(taskIsThereBeside("TransactionConflict", task));
        assertEquals(new Exists(task), tables.ledger().open(task));
        assertEquals(1, tables.wire().writes());
    }

    @Test
    void anotherReasonBesideAConflictIsNotRepeated() {
        var task = submitted(account, "a", "4");
        tables.wire().disturb(cancelled("TransactionConflict", "ValidationError"));
        assertThrows(TransactionCanceledException.class, () -> tables.ledger().open(task));
        assertEquals(1, tables.wire().writes());
        assertEquals("available 10, held 0, spent 0, tasks 0", tables.counters(account));
    }

    @Test
    void aCancellationThatNamesNoReasonIsNotRepeated() {
        var task = submitted(account, "a", "4");
        tables.wire().disturb(cancelled());
        assertThrows(TransactionCanceledException.class, () -> tables.ledger().open(task));
        assertEquals(1, tables.wire().writes());
    }

    @ParameterizedTest
    @CsvSource({
        "ThrottlingError, None",
        "ThrottlingError, TransactionConflict",
        "None, ProvisionedThroughputExceeded"
    })
    void aThrottledTableIsOverloadedAtOnceAndHoldsNothing(String first, String second) {
        var task = submitted(account, "a", "4");
        tables.wire().disturb(cancelled(first, second));
        var refused = assertThrows(ApiException.class, () -> tables.ledger().open(task));
        assertEquals(ErrorCode.OVERLOADED, refused.code());
        assertEquals(1, tables.wire().writes());
        assertEquals("available 10, held 0, spent 0, tasks 0", tables.counters(account));
    }

    @Test
    void theTaskThatIsThereIsAnOutcomeBesideAThrottledTable() {
        var task = tables.open(submitted(account, "a", "4"));
        tables.wire().disturb(taskIsThereBeside("ThrottlingError", task));
        assertEquals(new Exists(task), tables.ledger().open(task));
    }

    private static Wire.Fault taskIsThereBeside(String code, Task task) {
        var row = WireItem.of(tables.taskRow(task));
        return cancelledFor(
                List.of(
                        Map.of("Code", code),
                        Map.of("Code", "ConditionalCheckFailed", "Item", row)));
    }
}
