package dev.pixapi.local.ledger;

import static dev.pixapi.local.ledger.TestingLedger.NOW;
import static dev.pixapi.local.ledger.TestingTasks.LEASE;
import static dev.pixapi.local.ledger.TestingTasks.submitted;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.pixapi.account.AccountId;
import dev.pixapi.ledger.BrokenRow;
import dev.pixapi.ledger.Credits;
import dev.pixapi.ledger.Entry;
import dev.pixapi.ledger.Failure;
import dev.pixapi.ledger.SettleOutcome.Ended;
import dev.pixapi.ledger.SettleOutcome.Settled;
import dev.pixapi.ledger.SettleOutcome.Superseded;
import dev.pixapi.ledger.Settlement;
import dev.pixapi.ledger.Task;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How a task ends, once. Each account has a second task in flight, so that a task that settled
 * twice would find the credits for it.
 */
class SettleTest {
    private static final Instant LATER = NOW.plusSeconds(5);
    private static final Failure FAILURE = new Failure("model_timeout", "It took too long.");
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
        account = tables.account("30");
        tables.open(submitted(account, "another", "10"));
        task = tables.open(submitted(account, "a", "4"));
    }

    /** Settles, and expects it to be the settlement; what is found is what was answered. */
    private void settle(Task settled, Settlement settlement) {
        var ended = settled.ended(settlement);
        assertEquals(new Settled(ended), tables.ledger().settle(settled, settlement));
        assertEquals(Optional.of(ended), tables.find(settled));
        tables.audit(account);
    }

    private List<Entry> settlements() {
        return tables.entries(account).stream()
                .filter(entry -> entry.kind() == Entry.Kind.SETTLE)
                .toList();
    }

    @Test
    void completingForTheWholeHoldSpendsIt() {
        settle(tables.claim(task, "r", NOW), Settlement.completed(Credits.of("4"), LATER));
        assertEquals("available 16, held 10, spent 4, tasks 1", tables.counters(account));
    }

    @Test
    void completingForLessGivesTheRestBack() {
        settle(tables.claim(task, "r", NOW), Settlement.completed(Credits.of("2.999999"), LATER));
        assertEquals(
                "available 17.000001, held 10, spent 2.999999, tasks 1", tables.counters(account));
    }

    @Test
    void failingGivesEverythingBackAndSaysWhy() {
        settle(tables.claim(task, "r", NOW), Settlement.failed(FAILURE, LATER));
        assertEquals("available 20, held 10, spent 0, tasks 1", tables.counters(account));
    }

    @Test
    void aFailureNamesTheParameterThatIsAtFault() {
        var failure = new Failure("invalid_value", "Its size is not known.", Optional.of("size"));
        settle(tables.claim(task, "r", NOW), Settlement.failed(failure, LATER));
    }

    @Test
    void cancelingATaskThatWaitsGivesEverythingBack() {
        settle(task, Settlement.canceled(LATER));
        assertEquals("available 20, held 10, spent 0, tasks 1", tables.counters(account));
    }

    @Test
    void theSettlementIsEnteredInTheBook() {
        settle(tables.claim(task, "r", NOW), Settlement.completed(Credits.of("3"), LATER));
        var entry = settlements().getFirst();
        var expected =
                new Entry(entry.id(), Entry.Kind.SETTLE, Credits.of("3"), task.id().value(), LATER);
        assertEquals(List.of(expected), settlements());
        assertEquals(Optional.of(entry.id()), Entry.parseId(entry.id()));
    }

    @Test
    void aReleaseIsEnteredWithNothingCharged() {
        settle(tables.claim(task, "r", NOW), Settlement.failed(FAILURE, LATER));
        assertEquals(List.of(Credits.ZERO), settlements().stream().map(Entry::credits).toList());
    }

    @Test
    void anEndedTaskHasNoRunnerAndIsDueForNothing() {
        settle(tables.claim(task, "r", NOW), Settlement.completed(Credits.of("4"), LATER));
        var left = tables.taskRow(task).keySet();
        assertEquals(
                Set.of(),
                Set.of("lease", "runner", "due", "due_shard").stream()
                        .filter(left::contains)
                        .collect(Collectors.toSet()));
    }

    @Test
    void aLowerFenceIsSupersededAndMovesNothing() {
        var first = tables.claim(task, "first", NOW);
        var second = tables.claim(task, "second", NOW.plus(LEASE));
        var late = Settlement.completed(Credits.of("4"), LATER);
        assertEquals(new Superseded(), tables.ledger().settle(first, late));
        assertEquals(new Superseded(), tables.ledger().settle(task, Settlement.canceled(LATER)));
        assertEquals(Optional.of(second), tables.find(task));
        assertEquals("available 16, held 14, spent 0, tasks 2", tables.counters(account));
        settle(second, Settlement.completed(Credits.of("1"), LATER));
    }

    @Test
    void aRepeatFindsTheEndAndMovesNothing() {
        var claimed = tables.claim(task, "r", NOW);
        var settlement = Settlement.completed(Credits.of("3"), LATER);
        settle(claimed, settlement);
        var ended = new Ended(claimed.ended(settlement));
        assertEquals(ended, tables.ledger().settle(claimed, settlement));
        assertEquals("available 17, held 10, spent 3, tasks 1", tables.counters(account));
        assertEquals(1, settlements().size());
    }

    @Test
    void anotherEndAtAnotherTimeFindsTheFirstAndMovesNothing() {
        var claimed = tables.claim(task, "r", NOW);
        var first = Settlement.completed(Credits.of("3"), LATER);
        settle(claimed, first);
        var second = Settlement.failed(FAILURE, LATER.plusSeconds(1));
        assertEquals(new Ended(claimed.ended(first)), tables.ledger().settle(claimed, second));
        assertEquals("available 17, held 10, spent 3, tasks 1", tables.counters(account));
        tables.audit(account);
    }

    @Test
    void aCanceledTaskStaysCanceled() {
        settle(task, Settlement.canceled(LATER));
        var again = Settlement.canceled(LATER.plusSeconds(1));
        assertEquals(
                new Ended(task.ended(Settlement.canceled(LATER))),
                tables.ledger().settle(task, again));
        assertEquals("available 20, held 10, spent 0, tasks 1", tables.counters(account));
        tables.audit(account);
    }

    @Test
    void aChargeAboveTheHoldIsRefusedBeforeAnythingMoves() {
        var claimed = tables.claim(task, "r", NOW);
        var tooMuch = Settlement.completed(Credits.of("4.000001"), LATER);
        assertThrows(
                IllegalArgumentException.class, () -> tables.ledger().settle(claimed, tooMuch));
        assertEquals(Optional.of(claimed), tables.find(task));
        assertEquals("available 16, held 14, spent 0, tasks 2", tables.counters(account));
    }

    @Test
    void aTaskThatWasNeverOpenedCannotBeSettled() {
        var unknown = submitted(account, "never opened", "4");
        assertThrows(
                BrokenRow.class, () -> tables.ledger().settle(unknown, Settlement.canceled(LATER)));
        assertEquals(Map.of(), tables.taskRow(unknown));
        assertEquals("available 16, held 14, spent 0, tasks 2", tables.counters(account));
    }
}
