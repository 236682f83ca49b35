package dev.pixapi.local.ledger;

import static dev.pixapi.local.ledger.TestingLedger.NOW;
import static dev.pixapi.local.ledger.TestingTasks.submitted;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pixapi.account.AccountId;
import dev.pixapi.ledger.Credits;
import dev.pixapi.ledger.OpenOutcome;
import dev.pixapi.ledger.OpenOutcome.Exists;
import dev.pixapi.ledger.OpenOutcome.Frozen;
import dev.pixapi.ledger.OpenOutcome.Insufficient;
import dev.pixapi.ledger.OpenOutcome.NoAccount;
import dev.pixapi.ledger.SettleOutcome.Settled;
import dev.pixapi.ledger.Settlement;
import dev.pixapi.ledger.Shard;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

import java.util.Map;
import java.util.Optional;

/** An account whose counters were found not to add up holds nothing more, and does all else. */
class FreezeTest {
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

    private Optional<String> reason() {
        return tables.ledger().shards(account).getFirst().frozen();
    }

    @Test
    void aFrozenAccountHoldsNothingMore() {
        tables.ledger().freeze(account, "held is not what its tasks hold");
        var task = submitted(account, "a", "4");
        assertEquals(new Frozen(), tables.ledger().open(task));
        assertEquals("available 10, held 0, spent 0, tasks 0", tables.counters(account));
        assertEquals(Map.of(), tables.taskRow(task));
        assertEquals(Optional.of("held is not what its tasks hold"), reason());
        tables.audit(account);
    }

    @Test
    void frozenIsSaidBeforeAnythingThatIsMissing() {
        tables.ledger().freeze(account, "looked into");
        assertEquals(new Frozen(), tables.ledger().open(submitted(account, "a", "11")));
        assertEquals(new Frozen(), tables.ledger().open(submitted(account, "a", "4"), 2));
    }

    @Test
    void aRepeatIsKnownOnAFrozenAccount() {
        var task = tables.open(submitted(account, "a", "4"));
        tables.ledger().freeze(account, "looked into");
        assertEquals(new Exists(task), tables.ledger().open(task));
    }

    @Test
    void whatIsHeldIsSettledAndGrantsArrive() {
        var task = tables.open(submitted(account, "a", "4"));
        tables.ledger().freeze(account, "looked into");
        tables.grant(account, "more", "1");
        var completed = Settlement.completed(Credits.of("3"), NOW);
        assertEquals(new Settled(task.ended(completed)), tables.ledger().settle(task, completed));
        assertEquals("available 8, held 0, spent 3, tasks 0", tables.counters(account));
        assertEquals(3, tables.entries(account).size());
        tables.audit(account);
    }

    @Test
    void theFirstReasonStays() {
        tables.ledger().freeze(account, "first");
        tables.ledger().freeze(account, "second");
        assertEquals(Optional.of("first"), reason());
    }

    @Test
    void anAccountIsUnfrozenOnceAndHoldsAgain() {
        tables.ledger().freeze(account, "looked into");
        assertTrue(tables.ledger().unfreeze(account));
        assertFalse(tables.ledger().unfreeze(account));
        assertEquals(Optional.empty(), reason());
        tables.open(submitted(account, "a", "4"));
        tables.audit(account);
    }

    @Test
    void anAccountThatIsNotFrozenStaysAsItIs() {
        var before = tables.accountRow(account);
        assertFalse(tables.ledger().unfreeze(account));
        assertEquals(before, tables.accountRow(account));
    }

    @Test
    void anAccountThatIsNotThereIsNeitherFrozenNorUnfrozen() {
        var nobody = tables.newName();
        assertThrows(
                TransactionCanceledException.class,
                () -> tables.ledger().freeze(nobody, "looked into"));
        assertFalse(tables.ledger().unfreeze(nobody));
        assertEquals(Map.of(), tables.accountRow(nobody));
        assertEquals(new NoAccount(), tables.ledger().open(submitted(nobody, "a", "4")));
    }

    @Test
    void freezingAmidTransactionsIsRepeated() {
        tables.wire().disturb(Wire.cancelled("TransactionConflict"));
        tables.ledger().freeze(account, "looked into");
        assertEquals(2, tables.wire().writes());
        assertEquals(Optional.of("looked into"), reason());
    }

    @Test
    void aFreezeAmongManyHoldsLetsThoseStandThatCameFirst() {
        var outcomes =
                Together.<Optional<OpenOutcome>>run(
                        16,
                        i -> {
                            if (i == 8) {
                                tables.ledger().freeze(account, "looked into");
                                return Optional.empty();
                            }
                            var task = submitted(account, "task " + i, "0.5");
                            return Optional.of(tables.ledger().open(task));
                        });
        var opened = outcomes.stream().flatMap(Optional::stream).toList();
        var held = Together.count(opened, OpenOutcome.Opened.class);
        assertEquals(15 - held, Together.count(opened, Frozen.class));
        assertEquals(new Frozen(), tables.ledger().open(submitted(account, "late", "0.5")));
        assertEquals(held, tables.ledger().shards(account).getFirst().tasks());
        tables.audit(account);
    }

    @Test
    void anUnknownAccountHasNoRows() {
        assertEquals(0, tables.ledger().shards(tables.newName()).size());
    }

    @Test
    void aRowIsReadWithAllThatItKeeps() {
        tables.open(submitted(account, "a", "4"));
        var balance = tables.ledger().balance(account).orElseThrow();
        assertEquals(
                new Shard(
                        0,
                        balance,
                        Credits.ZERO,
                        Credits.ZERO,
                        1,
                        TestingLedger.MOST_TASKS,
                        Optional.empty()),
                tables.ledger().shards(account).getFirst());
        assertTrue(tables.ledger().shards(account).getFirst().addsUp());
        assertEquals(
                new Insufficient(Credits.of("6")),
                tables.ledger().open(submitted(account, "b", "7")));
    }
}
