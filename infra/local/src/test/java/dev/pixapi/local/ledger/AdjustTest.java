package dev.pixapi.local.ledger;

import static dev.pixapi.local.ledger.TestingLedger.NOW;
import static dev.pixapi.local.ledger.TestingTasks.submitted;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pixapi.account.AccountId;
import dev.pixapi.ledger.AdjustOutcome;
import dev.pixapi.ledger.AdjustOutcome.Adjusted;
import dev.pixapi.ledger.AdjustOutcome.AdjustedBefore;
import dev.pixapi.ledger.AdjustOutcome.BelowNothing;
import dev.pixapi.ledger.AdjustOutcome.NotFrozen;
import dev.pixapi.ledger.Adjustment;
import dev.pixapi.ledger.Changes;
import dev.pixapi.ledger.Credits;
import dev.pixapi.ledger.Entry;
import dev.pixapi.ledger.Entry.Kind;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import software.amazon.awssdk.core.exception.SdkClientException;

import java.util.Map;
import java.util.Optional;

/** What an operator puts right by hand, in a frozen account only. */
class AdjustTest {
    /** A credit more was granted, and is available. */
    private static final Changes MORE = new Changes(1_000_000, 0, 0, 1_000_000, 0, 0);

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
    void freeze() {
        tables.wire().disturb();
        account = tables.account("10");
        tables.ledger().freeze(account, "looked into");
    }

    private AdjustOutcome adjust(String id, Changes changes) {
        return tables.ledger().adjust(new Adjustment(account, 0, id, changes, NOW));
    }

    @Test
    void anAdjustmentMovesItsCountersAndIsInTheBook() {
        assertEquals(new Adjusted(), adjust("case-1", MORE));
        assertEquals("available 11, held 0, spent 0, tasks 0", tables.counters(account));
        var entry =
                tables.entries(account).stream()
                        .filter(line -> line.kind() == Kind.ADJUST)
                        .findAny()
                        .orElseThrow();
        var expected =
                new Entry(
                        entry.id(),
                        Kind.ADJUST,
                        Credits.ZERO,
                        "case-1",
                        Optional.empty(),
                        MORE,
                        NOW);
        assertEquals(expected, entry);
        assertEquals(2, tables.entries(account).size());
        tables.audit(account);
    }

    @Test
    void everyCounterCanBeAdjustedUpAndDown() {
        assertEquals(new Adjusted(), adjust("up", new Changes(-6, 1, 2, 4, 9, 2)));
        assertEquals(new Adjusted(), adjust("down", new Changes(6, -1, -2, -4, -9, -2)));
        assertEquals("available 10, held 0, spent 0, tasks 0", tables.counters(account));
        tables.audit(account);
    }

    @Test
    void aCounterThatWasTamperedWithIsPutRight() {
        tables.tamper(account, "spent", 5);
        assertFalse(tables.ledger().shards(account).getFirst().addsUp());
        assertEquals(new Adjusted(), adjust("case-1", new Changes(0, 0, -5, 0, 0, 0)));
        assertTrue(tables.ledger().shards(account).getFirst().addsUp());
    }

    @Test
    void anAccountThatIsNotFrozenIsNotAdjusted() {
        tables.ledger().unfreeze(account);
        assertEquals(new NotFrozen(), adjust("case-1", MORE));
        assertEquals("available 10, held 0, spent 0, tasks 0", tables.counters(account));
        // The id was not used up either.
        tables.ledger().freeze(account, "looked into");
        assertEquals(new Adjusted(), adjust("case-1", MORE));
        tables.audit(account);
    }

    @Test
    void aRowThatIsNotThereIsNotMadeUp() {
        var adjustment = new Adjustment(account, 1, "case-1", MORE, NOW);
        assertEquals(new NotFrozen(), tables.ledger().adjust(adjustment));
        assertEquals(Map.of(), tables.accountRow(account, 1));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5})
    void noCounterFallsBelowNothing(int counter) {
        var by = new long[6];
        by[counter] = -10_000_001;
        var changes = new Changes(by[0], by[1], by[2], by[3], by[4], by[5]);
        var before = tables.accountRow(account);
        assertEquals(new BelowNothing(), adjust("case-1", changes));
        assertEquals(before, tables.accountRow(account));
        assertEquals(1, tables.entries(account).size());
    }

    @Test
    void aCounterMayFallToNothing() {
        var changes = new Changes(-10_000_000, 0, 0, -10_000_000, 0, 0);
        assertEquals(new Adjusted(), adjust("case-1", changes));
        assertEquals("available 0, held 0, spent 0, tasks 0", tables.counters(account));
        tables.audit(account);
    }

    @Test
    void anAdjustmentIsMadeOnceWhateverComesWithItsId() {
        adjust("case-1", MORE);
        assertEquals(new AdjustedBefore(MORE), adjust("case-1", MORE));
        assertEquals(new AdjustedBefore(MORE), adjust("case-1", new Changes(0, 0, -7, 0, 0, 0)));
        tables.ledger().unfreeze(account);
        assertEquals(new AdjustedBefore(MORE), adjust("case-1", MORE));
        assertEquals("available 11, held 0, spent 0, tasks 0", tables.counters(account));
        tables.audit(account);
    }

    @Test
    void ofManyEqualAdjustmentsAtOnceExactlyOneIsMade() {
        var outcomes = Together.<AdjustOutcome>run(16, _ -> adjust("case-1", MORE));
        assertEquals(1, Together.count(outcomes, Adjusted.class));
        assertEquals(15, Together.count(outcomes, AdjustedBefore.class));
        tables.audit(account);
    }

    @Test
    void anAdjustmentWhoseEveryReplyIsLostIsKnownWhenItIsRepeated() {
        var lost = new Wire.Fault.LostReply();
        tables.wire().disturb(lost, lost, lost);
        assertThrows(SdkClientException.class, () -> adjust("case-1", MORE));
        assertEquals(new AdjustedBefore(MORE), adjust("case-1", MORE));
        tables.audit(account);
    }

    @Test
    void anAdjustmentThatMetConflictsIsMadeOnce() {
        tables.wire().disturb(Wire.cancelled("None", "TransactionConflict", "None"));
        assertEquals(new Adjusted(), adjust("case-1", MORE));
        assertEquals(2, tables.wire().writes());
        tables.audit(account);
    }

    @Test
    void theBookOfAnAdjustedAccountIsReadFromEndToEnd() {
        tables.ledger().unfreeze(account);
        tables.settled(submitted(account, "a", "4"), "3");
        tables.ledger().freeze(account, "looked into");
        adjust("case-1", MORE);
        assertEquals(3, tables.entries(account).size());
    }
}
