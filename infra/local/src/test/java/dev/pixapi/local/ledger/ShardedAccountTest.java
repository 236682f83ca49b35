package dev.pixapi.local.ledger;

import static dev.pixapi.local.ledger.TestingTasks.running;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pixapi.account.AccountId;
import dev.pixapi.concurrent.VirtualThreads;
import dev.pixapi.ledger.Credits;
import dev.pixapi.ledger.OpenOutcome;
import dev.pixapi.ledger.OpenOutcome.Insufficient;
import dev.pixapi.ledger.OpenOutcome.Opened;
import dev.pixapi.ledger.OpenOutcome.TooManyTasks;
import dev.pixapi.ledger.SettleOutcome.Settled;
import dev.pixapi.ledger.Settlement;
import dev.pixapi.ledger.Shard;
import dev.pixapi.task.Admission;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** Tasks that are let into an account of several shards, many at once. */
class ShardedAccountTest {
    private static final int SHARDS = 4;

    private static TestingLedger tables;

    @BeforeAll
    static void start() {
        tables = new TestingLedger();
    }

    @AfterAll
    static void stop() {
        tables.close();
    }

    @Test
    void ofManyAtOnceExactlyThoseAreOpenedThatTheCreditsOfAllShardsSufficeFor() {
        var account = account("100", 1_000);
        spread(account, "25");
        assertOpened(100, account, 400, "1");
    }

    @Test
    void creditsThatAreAllInOneShardAreUsedToTheLast() {
        assertOpened(30, account("30", 1_000), 60, "1");
    }

    @Test
    void creditsOfSeveralShardsAreGatheredWhereNoneSufficesAlone() {
        var account = account("16", 1_000);
        spread(account, "4");
        assertOpened(3, account, 12, "5");
        assertEquals(Credits.of("1"), tables.ledger().balance(account).orElseThrow().available());
    }

    @Test
    void whatIsReturnedIsThereForOthersWhichNobodyIsRefusedMeanwhile() {
        var account = account("40", 1_000);
        spread(account, "10");
        var admission = admission();
        var outcomes =
                Together.run(
                        40,
                        number -> {
                            var first = admission.open(running(account, "a" + number, "1"));
                            var task = ((Opened) first).task();
                            var canceled = Settlement.canceled(TestingLedger.NOW);
                            var ended = tables.ledger().settle(task, canceled);
                            assertTrue(ended instanceof Settled);
                            return admission.open(running(account, "b" + number, "1"));
                        });
        assertEquals(40, Together.count(outcomes, Opened.class));
        tables.audit(account);
    }

    @Test
    void asManyTasksAreOpenedAsAllShardsTogetherMayHave() {
        var account = account("100", 20);
        var outcomes = open(account, 60, "1");
        assertEquals(20, Together.count(outcomes, Opened.class));
        assertEquals(40, outcomes.stream().filter(new TooManyTasks(20)::equals).count());
        tables.audit(account);
    }

    private static void assertOpened(int expected, AccountId account, int callers, String hold) {
        var before = tables.ledger().balance(account).orElseThrow().available();
        var outcomes = open(account, callers, hold);
        assertEquals(expected, Together.count(outcomes, Opened.class));
        assertEquals(callers - expected, Together.count(outcomes, Insufficient.class));
        var rows = tables.ledger().shards(account);
        assertTrue(rows.stream().allMatch(Shard::addsUp));
        var held = Credits.of(hold).times(expected);
        var balance = tables.ledger().balance(account).orElseThrow();
        assertEquals(held, balance.held());
        assertEquals(before.minus(held), balance.available());
        tables.audit(account);
    }

    private static List<OpenOutcome> open(AccountId account, int callers, String hold) {
        var admission = admission();
        return Together.run(
                callers, number -> admission.open(running(account, "task-" + number, hold)));
    }

    private static Admission admission() {
        return new Admission(
                tables.ledger(),
                () -> ThreadLocalRandom.current().nextLong(),
                new VirtualThreads(),
                tables.metrics());
    }

    private static AccountId account(String credits, long mostTasks) {
        var account = tables.newName();
        tables.ledger().createAccount(account, mostTasks);
        tables.grant(account, "welcome", credits);
        tables.ledger().reshard(account, SHARDS);
        return account;
    }

    /** So many to each of the other shards. */
    private static void spread(AccountId account, String credits) {
        for (var shard = 1; shard < SHARDS; shard++) {
            assertTrue(tables.ledger().move(account, 0, shard, Credits.of(credits)));
        }
    }
}
