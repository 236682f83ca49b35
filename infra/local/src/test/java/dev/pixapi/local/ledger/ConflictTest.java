package dev.pixapi.local.ledger;

import static dev.pixapi.local.ledger.TestingLedger.NOW;
import static dev.pixapi.local.ledger.TestingTasks.LEASE;
import static dev.pixapi.local.ledger.TestingTasks.submitted;
import static dev.pixapi.local.ledger.Wire.cancelled;
import static dev.pixapi.local.ledger.Wire.conflict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pixapi.account.AccountId;
import dev.pixapi.api.ApiException;
import dev.pixapi.api.ErrorCode;
import dev.pixapi.ledger.Credits;
import dev.pixapi.ledger.Grant;
import dev.pixapi.ledger.GrantOutcome.Granted;
import dev.pixapi.ledger.OpenOutcome.Opened;
import dev.pixapi.ledger.SettleOutcome.Settled;
import dev.pixapi.ledger.Settlement;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * Writes that meet a transaction of somebody else, as they do on AWS. The emulator lets them wait
 * for each other, so the answers are put in its place.
 */
class ConflictTest {
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
    void aHoldThatOnlyMetConflictsIsRepeatedAndDoneOnce() {
        var task = submitted(account, "a", "4");
        tables.wire()
                .disturb(
                        cancelled("TransactionConflict", "None"),
                        cancelled("None", "TransactionConflict"),
                        cancelled("TransactionConflict", "TransactionConflict"));
        assertEquals(new Opened(task), tables.ledger().open(task));
        assertEquals(4, tables.wire().writes());
        assertEquals("available 6, held 4, spent 0, tasks 1", tables.counters(account));
        tables.audit(account);
    }

    @Test
    void aSettlementThatMetConflictsIsRepeatedAndDoneOnce() {
        var task = tables.open(submitted(account, "a", "4"));
        var canceled = Settlement.canceled(NOW);
        tables.wire().disturb(cancelled("None", "TransactionConflict", "None"));
        assertEquals(new Settled(task.ended(canceled)), tables.ledger().settle(task, canceled));
        assertEquals(2, tables.wire().writes());
        tables.audit(account);
    }

    @Test
    void aGrantThatMetConflictsIsRepeatedAndDoneOnce() {
        tables.wire().disturb(cancelled("TransactionConflict", "None", "None"));
        var grant = new Grant(account, "order-1", Credits.of("5"), NOW);
        assertEquals(new Granted(), tables.ledger().grant(grant));
        assertEquals(2, tables.wire().writes());
        tables.audit(account);
    }

    @Test
    void aClaimThatMetATransactionIsRepeatedAndCountsOnce() {
        var task = tables.open(submitted(account, "a", "4"));
        tables.wire().disturb(conflict(), conflict());
        assertEquals(1, tables.claim(task, "r", NOW).progress().attempts());
        assertEquals(3, tables.wire().writes());
    }

    @Test
    void aRenewalThatMetATransactionIsRepeated() {
        var claimed = tables.claim(tables.open(submitted(account, "a", "4")), "r", NOW);
        tables.wire().disturb(conflict());
        assertTrue(tables.ledger().renew(claimed, NOW.plus(LEASE).plus(LEASE)));
        assertEquals(2, tables.wire().writes());
    }

    @Test
    void aPostponementThatMetATransactionIsRepeated() {
        var task = tables.open(submitted(account, "a", "4"));
        tables.wire().disturb(conflict());
        tables.tasks().postpone(task.id(), NOW.plusSeconds(600));
        assertEquals(List.of(), tables.tasks().due(NOW.plusSeconds(599), 100).tasks());
    }

    @Test
    void anAccountThatIsMadeAgainAmidATransactionStaysAsItIs() {
        tables.wire().disturb(conflict());
        tables.ledger().createAccount(account, 5);
        assertEquals("available 10, held 0, spent 0, tasks 0", tables.counters(account));
    }

    @Test
    void anAccountThatStaysContendedIsOverloadedAndHoldsNothing() {
        var task = submitted(account, "a", "4");
        var conflicts =
                Collections.nCopies(9, cancelled("TransactionConflict", "None"))
                        .toArray(Wire.Fault[]::new);
        tables.wire().disturb(conflicts);
        var refused = assertThrows(ApiException.class, () -> tables.ledger().open(task));
        assertEquals(ErrorCode.OVERLOADED, refused.code());
        assertEquals(503, refused.code().status());
        assertEquals(9, tables.wire().writes());
        assertEquals("available 10, held 0, spent 0, tasks 0", tables.counters(account));
        assertEquals(Map.of(), tables.taskRow(task));
        tables.open(task);
    }

    @Test
    void aProcessThatIsToldToStopDoesNotGoOnTrying() {
        tables.wire().disturb(cancelled("TransactionConflict", "None"));
        var stopping =
                tables.ledger(
                        () -> {
                            Thread.currentThread().interrupt();
                            return 0;
                        });
        var stopped =
                assertThrows(
                        IllegalStateException.class,
                        () -> stopping.open(submitted(account, "a", "4")));
        assertTrue(Thread.interrupted());
        assertInstanceOf(InterruptedException.class, stopped.getCause());
        assertEquals(1, tables.wire().writes());
    }
}
