package dev.pixapi.local.ledger;

import static dev.pixapi.local.ledger.TestingLedger.NOW;
import static dev.pixapi.local.ledger.TestingTasks.LEASE;
import static dev.pixapi.local.ledger.TestingTasks.submitted;
import static dev.pixapi.local.ledger.TestingTasks.terms;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pixapi.account.AccountId;
import dev.pixapi.ledger.ClaimOutcome;
import dev.pixapi.ledger.ClaimOutcome.Claimed;
import dev.pixapi.ledger.Credits;
import dev.pixapi.ledger.Entry;
import dev.pixapi.ledger.Failure;
import dev.pixapi.ledger.SettleOutcome;
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

/** Ends that meet claims and other ends: one wins, and the books balance. */
class SettleRacesTest {
    private static final int ROUNDS = 12;
    private static final Instant LAPSED = NOW.plus(LEASE);
    private static final Settlement CANCELED = Settlement.canceled(NOW);
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
        account = tables.account("100");
    }

    @Test
    void aClaimAfterACancelFindsTheEnd() {
        var task = tables.open(submitted(account, "a", "4"));
        assertEquals(new Settled(task.ended(CANCELED)), tables.ledger().settle(task, CANCELED));
        var claimed = tables.ledger().claim(task.id(), terms("r", NOW));
        assertEquals(new ClaimOutcome.Ended(task.ended(CANCELED)), claimed);
        assertEquals("available 100, held 0, spent 0, tasks 0", tables.counters(account));
    }

    @Test
    void aCancelAfterAClaimIsSuperseded() {
        var task = tables.open(submitted(account, "a", "4"));
        tables.claim(task, "r", NOW);
        assertEquals(new Superseded(), tables.ledger().settle(task, CANCELED));
        assertEquals("available 96, held 4, spent 0, tasks 1", tables.counters(account));
    }

    @Test
    void ofACancelAndAClaimAtOnceExactlyOneWins() {
        for (var round = 0; round < ROUNDS; round++) {
            var task = tables.open(submitted(account, "round " + round, "4"));
            var outcomes = race(task, CANCELED, NOW);
            assertOneWins(outcomes);
        }
        tables.audit(account);
    }

    @Test
    void ofALateRunnersEndAndATakeoverExactlyOneWins() {
        var completed = Settlement.completed(Credits.of("4"), LAPSED);
        for (var round = 0; round < ROUNDS; round++) {
            var task = tables.open(submitted(account, "round " + round, "4"));
            var late = tables.claim(task, "late", NOW);
            assertOneWins(race(late, completed, LAPSED));
        }
        tables.audit(account);
    }

    @Test
    void ofManyEndsAtOnceExactlyOneIsCharged() {
        var task = tables.open(TestingTasks.running(account, "a", "16"));
        // What the others would charge twice is there: the account has another hold.
        tables.open(submitted(account, "another", "80"));
        var outcomes =
                Together.<SettleOutcome>run(16, i -> tables.ledger().settle(task, ending(i)));
        assertEquals(1, Together.count(outcomes, Settled.class));
        assertEquals(15, Together.count(outcomes, Ended.class));
        var settled = tables.find(task).orElseThrow();
        assertEquals(1, outcomes.stream().filter(new Settled(settled)::equals).count());
        assertEquals(15, outcomes.stream().filter(new Ended(settled)::equals).count());
        assertEquals(
                List.of(settled.progress().charged()),
                tables.entries(account).stream()
                        .filter(entry -> entry.kind() == Entry.Kind.SETTLE)
                        .map(Entry::credits)
                        .toList());
        tables.audit(account);
    }

    @Test
    void manyTasksOfOneAccountEndAtOnceAndEachIsBooked() {
        var tasks =
                List.of("a", "b", "c", "d", "e", "f", "g", "h").stream()
                        .map(name -> tables.open(TestingTasks.running(account, name, "4")))
                        .toList();
        var ends = Settlement.completed(Credits.of("3"), NOW);
        var outcomes =
                Together.<SettleOutcome>run(8, i -> tables.ledger().settle(tasks.get(i), ends));
        assertEquals(8, Together.count(outcomes, Settled.class));
        assertEquals("available 76, held 0, spent 24, tasks 0", tables.counters(account));
        tables.audit(account);
    }

    /** Sixteen ends: each charges something else, and every fourth is a failure. */
    private static Settlement ending(int i) {
        var time = NOW.plusMillis(i % 2);
        return i % 4 == 0
                ? Settlement.failed(new Failure("internal_error", "It failed."), time)
                : Settlement.completed(Credits.of(String.valueOf(i)), time);
    }

    private static List<Object> race(Task task, Settlement settlement, Instant now) {
        return Together.run(
                2,
                i ->
                        i == 0
                                ? tables.ledger().settle(task, settlement)
                                : tables.ledger().claim(task.id(), terms("other", now)));
    }

    private static void assertOneWins(List<Object> outcomes) {
        var claimed = outcomes.get(1) instanceof Claimed;
        assertEquals(claimed, outcomes.get(0).equals(new Superseded()), outcomes::toString);
        assertEquals(!claimed, outcomes.get(0) instanceof Settled, outcomes::toString);
        assertEquals(!claimed, outcomes.get(1) instanceof ClaimOutcome.Ended, outcomes::toString);
    }
}
