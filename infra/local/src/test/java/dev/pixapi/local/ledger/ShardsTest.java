package dev.pixapi.local.ledger;

import static dev.pixapi.local.ledger.TestingLedger.NOW;
import static dev.pixapi.local.ledger.TestingTasks.submitted;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pixapi.account.AccountId;
import dev.pixapi.ledger.Adjustment;
import dev.pixapi.ledger.Balance;
import dev.pixapi.ledger.Changes;
import dev.pixapi.ledger.Credits;
import dev.pixapi.ledger.Entry;
import dev.pixapi.ledger.OpenOutcome;
import dev.pixapi.ledger.OpenOutcome.Exists;
import dev.pixapi.ledger.OpenOutcome.Frozen;
import dev.pixapi.ledger.OpenOutcome.Insufficient;
import dev.pixapi.ledger.OpenOutcome.Opened;
import dev.pixapi.ledger.OpenOutcome.Resharded;
import dev.pixapi.ledger.OpenOutcome.TooManyTasks;
import dev.pixapi.ledger.Refund;
import dev.pixapi.ledger.Settlement;
import dev.pixapi.ledger.Shard;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** A busy account of several rows: each keeps books of its own, and together they are one. */
class ShardsTest {
    private static TestingLedger tables;

    /** Of three shards, with 4, 3 and 3 credits. */
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
    void spread() {
        tables.wire().disturb();
        account = tables.account("10");
        tables.ledger().reshard(account, 3);
        assertTrue(tables.ledger().move(account, 0, 1, Credits.of("3")));
        assertTrue(tables.ledger().move(account, 0, 2, Credits.of("3")));
    }

    @AfterEach
    void audit() {
        tables.audit(account);
        tables.ledger().shards(account).forEach(shard -> assertTrue(shard.addsUp()));
    }

    private Balance balance() {
        return tables.ledger().balance(account).orElseThrow();
    }

    @Test
    void aTaskHoldsInItsShardAndIsSettledThere() {
        var task = tables.open(submitted(account, "a", "2"), 1, 3);
        assertEquals("available 1, held 2, spent 0, tasks 1", tables.counters(account, 1));
        assertEquals(Optional.of(task), tables.find(task));
        assertEquals(1, tables.find(task).orElseThrow().shard());
        tables.ledger().settle(task, Settlement.completed(Credits.of("1.5"), NOW));
        assertEquals("available 1.5, held 0, spent 1.5, tasks 0", tables.counters(account, 1));
        assertEquals("available 4, held 0, spent 0, tasks 0", tables.counters(account, 0));
    }

    @Test
    void aRefundGoesToTheShardThatWasCharged() {
        var task = tables.open(submitted(account, "a", "2"), 2, 3);
        var completed = Settlement.completed(Credits.of("2"), NOW);
        tables.ledger().settle(task, completed);
        tables.ledger().refund(new Refund(task.ended(completed), "r", Credits.of("2"), NOW));
        assertEquals("available 3, held 0, spent 2, tasks 0", tables.counters(account, 2));
    }

    @Test
    void aShardSaysNoForItselfAlone() {
        var task = submitted(account, "a", "3.5");
        assertEquals(new Insufficient(Credits.of("3")), tables.ledger().open(task.in(1), 3));
        tables.open(task, 0, 3);
    }

    @Test
    void aRepeatIsKnownInWhicheverShardItIsTried() {
        var task = tables.open(submitted(account, "a", "2"), 1, 3);
        assertEquals(new Exists(task), tables.ledger().open(task.in(2), 3));
        assertEquals(new Exists(task), tables.ledger().open(task.in(0), 1));
    }

    @Test
    void anOpenerThatKnowsAnotherNumberOfShardsLearnsOfIt() {
        var task = submitted(account, "a", "1");
        assertEquals(new Resharded(3), tables.ledger().open(task));
        assertEquals(new Resharded(3), tables.ledger().open(task.in(1), 2));
        assertEquals(new Resharded(3), tables.ledger().open(task.in(1), 4));
        assertEquals(Map.of(), tables.taskRow(task));
        var other = tables.account("10");
        assertEquals(new Resharded(1), tables.ledger().open(submitted(other, "a", "1"), 3));
        // It is said before credits are: what is missing here may be elsewhere.
        assertEquals(new Resharded(3), tables.ledger().open(submitted(account, "a", "9")));
    }

    @Test
    void eachShardHasItsPartOfTheTasks() {
        var small = tables.newName();
        tables.ledger().createAccount(small, 5);
        tables.grant(small, "welcome", "10");
        tables.ledger().reshard(small, 3);
        assertEquals(
                List.of(2L, 2L, 1L),
                tables.ledger().shards(small).stream().map(Shard::mostTasks).toList());
        tables.open(submitted(small, "a", "1"), 0, 3);
        tables.open(submitted(small, "b", "1"), 0, 3);
        assertEquals(new TooManyTasks(2), tables.ledger().open(submitted(small, "c", "1"), 3));
        tables.audit(small);
    }

    @Test
    void aGrantGoesToTheFirstShardAndTheBalanceIsTheSum() {
        tables.grant(account, "more", "5");
        tables.open(submitted(account, "a", "2"), 1, 3);
        var nothing = Credits.ZERO;
        assertEquals(
                new Balance(
                        Credits.of("13"),
                        Credits.of("2"),
                        nothing,
                        Credits.of("15"),
                        nothing,
                        nothing),
                balance());
        assertTrue(balance().addsUp());
        assertEquals("available 9, held 0, spent 0, tasks 0", tables.counters(account, 0));
    }

    @Test
    void aBalanceThatIsReadWhileCreditsMoveMissesNoneAndShowsNoneTwice() {
        var sums =
                Together.<List<Credits>>run(
                        4,
                        i -> {
                            if (i < 2) {
                                for (var turn = 0; turn < 20; turn++) {
                                    tables.ledger().move(account, i, 1 - i, Credits.of("1"));
                                }
                                return List.of();
                            }
                            return IntStream.range(0, 20)
                                    .mapToObj(_ -> balance().available())
                                    .toList();
                        });
        assertEquals(
                List.of(Credits.of("10")), sums.stream().flatMap(List::stream).distinct().toList());
    }

    @Test
    void freezingFreezesAllShardsAndUnfreezingFreesThem() {
        tables.ledger().freeze(account, "looked into");
        for (var shard = 0; shard < 3; shard++) {
            var task = submitted(account, "a", "1").in(shard);
            assertEquals(new Frozen(), tables.ledger().open(task, 3));
        }
        assertTrue(tables.ledger().unfreeze(account));
        for (var shard = 0; shard < 3; shard++) {
            tables.open(submitted(account, "task " + shard, "1"), shard, 3);
        }
    }

    @Test
    void anAdjustmentIsOfOneShard() {
        tables.ledger().freeze(account, "looked into");
        var changes = new Changes(1_000_000, 0, 0, 1_000_000, 0, 0);
        tables.ledger().adjust(new Adjustment(account, 2, "case-1", changes, NOW));
        assertEquals("available 4, held 0, spent 0, tasks 0", tables.counters(account, 2));
        assertEquals("available 4, held 0, spent 0, tasks 0", tables.counters(account, 0));
    }

    @Test
    void whatExpiresIsTakenFromWhicheverShardHasIt() {
        tables.grant(account, "pack", "6", 60);
        assertTrue(tables.ledger().move(account, 0, 1, Credits.of("6")));
        tables.open(submitted(account, "a", "4"), 0, 3);
        tables.open(submitted(account, "b", "1"), 1, 3);
        var over = NOW.plusSeconds(60);
        var expired = tables.ledger().expire(account, over);
        assertEquals(List.of(Credits.of("1")), expired.stream().map(Entry::credits).toList());
        assertEquals("pack 5", tables.lots(account));
        tables.ledger().settle(submitted(account, "a", "4"), Settlement.canceled(over));
        expired = tables.ledger().expire(account, over.plusSeconds(60));
        assertEquals(List.of(Credits.of("4")), expired.stream().map(Entry::credits).toList());
        assertEquals(Credits.of("5"), balance().expired());
    }

    @Test
    void whatIsTakenFromSeveralShardsIsOneEntry() {
        tables.grant(account, "pack", "9", 60);
        tables.open(submitted(account, "a", "10"), 0, 3);
        assertTrue(tables.ledger().move(account, 0, 1, Credits.of("3")));
        var expired = tables.ledger().expire(account, NOW.plusSeconds(60));
        assertEquals(0, expired.size());
        tables.ledger().settle(submitted(account, "a", "10"), Settlement.canceled(NOW));
        assertTrue(tables.ledger().move(account, 0, 2, Credits.of("8")));
        expired = tables.ledger().expire(account, NOW.plusSeconds(120));
        assertEquals(List.of(Credits.of("9")), expired.stream().map(Entry::credits).toList());
        assertEquals(Credits.of("10"), balance().available());
    }

    @Test
    void allShardsSpendOnLots() {
        tables.grant(account, "pack", "6", 60);
        var task = tables.open(submitted(account, "a", "2"), 1, 3);
        tables.ledger().settle(task, Settlement.completed(Credits.of("2"), NOW));
        tables.grant(account, "another", "1", 90);
        assertEquals("pack 4, another 1", tables.lots(account));
    }

    @Test
    void ofManyAtOnceInAllShardsExactlyThoseAreOpenedThatTheCreditsSufficeFor() {
        var outcomes =
                Together.<OpenOutcome>run(
                        18,
                        i -> tables.ledger().open(submitted(account, "t" + i, "1").in(i % 3), 3));
        assertEquals(10, Together.count(outcomes, Opened.class));
        assertEquals(8, Together.count(outcomes, Insufficient.class));
        assertEquals(Credits.ZERO, balance().available());
        assertEquals(Credits.of("10"), balance().held());
    }

    @Test
    void aListOfAccountsHasAnAccountOfManyShardsOnce() {
        var all = tables.accounts().all(Optional.empty(), 1_000).accounts();
        assertEquals(1, all.stream().filter(account::equals).count());
    }
}
