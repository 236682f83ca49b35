package dev.pixapi.simulation.hot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pixapi.account.AccountId;
import dev.pixapi.account.Mode;
import dev.pixapi.api.ApiException;
import dev.pixapi.api.ErrorCode;
import dev.pixapi.concurrent.VirtualThreads;
import dev.pixapi.ledger.Credits;
import dev.pixapi.ledger.Grant;
import dev.pixapi.ledger.Ledger;
import dev.pixapi.ledger.OpenOutcome.Exists;
import dev.pixapi.ledger.OpenOutcome.Frozen;
import dev.pixapi.ledger.OpenOutcome.Insufficient;
import dev.pixapi.ledger.OpenOutcome.NoAccount;
import dev.pixapi.ledger.OpenOutcome.Opened;
import dev.pixapi.ledger.OpenOutcome.TooManyTasks;
import dev.pixapi.ledger.Settlement;
import dev.pixapi.ledger.Shard;
import dev.pixapi.ledger.Task;
import dev.pixapi.metric.Metric;
import dev.pixapi.metric.Metrics;
import dev.pixapi.simulation.model.ModelLedger;
import dev.pixapi.simulation.model.ModelTasks;
import dev.pixapi.task.Admission;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/** How a task finds its shard; the ledger is the model that the adapter is held against. */
class AdmissionTest {
    private static final AccountId ACCOUNT = new AccountId(Mode.LIVE, "busy");
    private static final long MOST_TASKS = 8;

    private final ModelLedger ledger =
            new ModelLedger(
                    new ModelTasks(InstantSource.fixed(HotTasks.BEGIN)), Duration.ofSeconds(30));
    private final List<Metric> counted = new ArrayList<>();
    private final Metrics metrics = (metric, _, _) -> counted.add(metric);
    private int tasks;

    @BeforeEach
    void newAccount() {
        ledger.createAccount(ACCOUNT, MOST_TASKS);
    }

    @Test
    void anAccountOfOneShardDrawsNoLots() {
        grant("4");
        RandomGenerator never =
                () -> {
                    throw new AssertionError("nothing is left to chance");
                };
        var admission = new Admission(ledger, never, new VirtualThreads(), metrics);
        assertEquals(0, opened(admission, "4").shard());
        assertEquals(new Insufficient(Credits.ZERO), admission.open(task("4")));
    }

    @Test
    void anAccountThatHasSeveralShardsByNowIsLearnt() {
        grant("40");
        var admission = picking(2);
        opened(admission, "1");
        ledger.reshard(ACCOUNT, 4);
        assertEquals(2, opened(admission, "1").shard());
        ledger.reshard(ACCOUNT, 8);
        opened(admission, "1");
    }

    @Test
    void creditsAreBroughtToADryShardHalfOfThoseOfTheRichest() {
        grant("101");
        ledger.reshard(ACCOUNT, 4);
        assertEquals(2, opened(picking(2), "1").shard());
        assertEquals("50.5 0 49.5 0", available());
        assertEquals(3, opened(picking(3), "1").shard());
        assertEquals("25.25 0 49.5 24.25", available());
    }

    @Test
    void thatManyAreNeededMovesMoreThanHalf() {
        grant("45");
        ledger.reshard(ACCOUNT, 2);
        assertEquals(1, opened(picking(1), "9").shard());
        assertEquals("22.5 13.5", available());
        assertEquals(1, opened(picking(1), "4").shard());
    }

    @Test
    void severalShardsGiveWhereNoneSufficesAlone() {
        spread("2", 4);
        assertEquals("2 2 2 2", available());
        opened(picking(1), "7");
        assertEquals("1", sum());
    }

    @Test
    void onlyTooFewInAllAreRefusedAndTheirSumIsTold() {
        spread("2", 4);
        assertEquals(new Insufficient(Credits.of("8")), picking(1).open(task("8.000001")));
        assertEquals("2 2 2 2", available());
    }

    @Test
    void aFullShardLeavesATaskToOneThatHasRoom() {
        spread("20", 4);
        for (var shard : List.of(1, 1, 0, 0, 3, 3)) {
            assertEquals(shard, opened(picking(shard), "1").shard());
        }
        assertEquals(2, opened(picking(1), "1").shard());
        assertEquals("18 18 19 18", available());
    }

    @Test
    void theLastCreditsAreUsedWhereTheyAre() {
        grant("4");
        ledger.reshard(ACCOUNT, 4);
        assertEquals(0, opened(picking(2), "1").shard());
        assertEquals("3 0 0 0", available());
    }

    @Test
    void roomInAPoorShardIsUsedByBringingItCredits() {
        grant("20");
        ledger.reshard(ACCOUNT, 4);
        opened(picking(0), "1");
        opened(picking(0), "1");
        assertTrue(opened(picking(0), "10").shard() > 0);
    }

    @Test
    void onlyFullShardsAllOfThemAreTooManyTasks() {
        spread("20", 4);
        for (var i = 0; i < MOST_TASKS; i++) {
            opened(picking(1), "1");
        }
        assertEquals(new TooManyTasks(MOST_TASKS), picking(1).open(task("1")));
    }

    @Test
    void aRepeatFindsItsTaskInWhateverShardItIs() {
        spread("20", 4);
        var task = task("1");
        var opened = assertInstanceOf(Opened.class, picking(3).open(task)).task();
        assertEquals(new Exists(opened), picking(1).open(task));
        assertEquals(3, opened.shard());
    }

    @Test
    void aFrozenAccountAndNoneAreFinal() {
        spread("20", 4);
        var admission = picking(1);
        opened(admission, "1");
        ledger.freeze(ACCOUNT, "a look at it");
        assertEquals(new Frozen(), admission.open(task("1")));
        assertEquals(
                new NoAccount(),
                admission.open(HotTasks.running(new AccountId(Mode.LIVE, "none"), "t", "1")));
    }

    @Test
    void anAccountThatIsFrozenWhileCreditsAreSoughtIsFrozen() {
        grant("20");
        ledger.reshard(ACCOUNT, 2);
        var freezing =
                disturbed(
                        move -> {
                            ledger.freeze(ACCOUNT, "a look at it");
                            return move.get();
                        });
        assertEquals(new Frozen(), admission(freezing, 1).open(task("1")));
    }

    @Test
    void whoeverIsAlwaysTooLateIsOverloadedRatherThanToldOfTooFewCredits() {
        grant("20");
        ledger.reshard(ACCOUNT, 2);
        var admission = admission(disturbed(_ -> false), 1);
        var refusal = assertThrows(ApiException.class, () -> admission.open(task("1")));
        assertEquals(ErrorCode.OVERLOADED, refusal.code());
        assertEquals("20 0", available());
        assertEquals(List.of(Metric.WRITES_GIVEN_UP), counted);
    }

    @Test
    void creditsThatOthersMovedAwayAreSoughtOnceMore() {
        grant("20");
        ledger.reshard(ACCOUNT, 3);
        var first = new boolean[] {true};
        var stolen =
                disturbed(
                        move -> {
                            if (first[0]) {
                                first[0] = false;
                                ledger.move(ACCOUNT, 0, 2, Credits.of("20"));
                            }
                            return move.get();
                        });
        assertInstanceOf(Opened.class, admission(stolen, 1).open(task("1")));
        assertEquals("19", sum());
    }

    /** Its credits were never fewer than the task needs, though the rows never showed them. */
    @Test
    void creditsThatReturnToAShardThatWasLookedAtWhileOthersAreTakenAreNotMissed() {
        spread("5", 2);
        var failing = opened(picking(0), "5");
        var first = new boolean[] {true};
        var late =
                (Ledger)
                        Proxy.newProxyInstance(
                                Ledger.class.getClassLoader(),
                                new Class<?>[] {Ledger.class},
                                (_, method, arguments) -> {
                                    if (!method.getName().equals("glance") || !first[0]) {
                                        return method.invoke(ledger, arguments);
                                    }
                                    first[0] = false;
                                    var before = shards().getFirst();
                                    ledger.settle(failing, Settlement.canceled(HotTasks.BEGIN));
                                    opened(picking(1), "5");
                                    return List.of(before, shards().getLast());
                                });
        assertInstanceOf(Opened.class, admission(late, 0).open(task("5")));
    }

    /** A move of credits, as the model would do it. */
    private interface Move {
        boolean get();
    }

    private Ledger disturbed(Function<Move, Boolean> moves) {
        return (Ledger)
                Proxy.newProxyInstance(
                        Ledger.class.getClassLoader(),
                        new Class<?>[] {Ledger.class},
                        (_, method, arguments) ->
                                method.getName().equals("move")
                                        ? moves.apply(
                                                () ->
                                                        ledger.move(
                                                                ACCOUNT,
                                                                (int) arguments[1],
                                                                (int) arguments[2],
                                                                (Credits) arguments[3]))
                                        : method.invoke(ledger, arguments));
    }

    private Admission picking(int shard) {
        return admission(ledger, shard);
    }

    /** Whose chance is always the same, where the account has a power of two of shards. */
    private Admission admission(Ledger ledger, int shard) {
        return new Admission(
                ledger, () -> (long) shard << Integer.SIZE, new VirtualThreads(), metrics);
    }

    private Task opened(Admission admission, String hold) {
        return assertInstanceOf(Opened.class, admission.open(task(hold))).task();
    }

    private Task task(String hold) {
        return HotTasks.running(ACCOUNT, "task-" + tasks++, hold);
    }

    private void grant(String credits) {
        ledger.grant(new Grant(ACCOUNT, "welcome", Credits.of(credits), HotTasks.BEGIN));
    }

    /** So many credits in each of the shards. */
    private void spread(String credits, int shards) {
        grant(Credits.of(credits).times(shards).toString());
        ledger.reshard(ACCOUNT, shards);
        for (var shard = 1; shard < shards; shard++) {
            ledger.move(ACCOUNT, 0, shard, Credits.of(credits));
        }
    }

    private String available() {
        return shards().stream()
                .map(shard -> shard.balance().available().toString())
                .collect(Collectors.joining(" "));
    }

    private String sum() {
        return shards().stream()
                .map(shard -> shard.balance().available())
                .reduce(Credits.ZERO, Credits::plus)
                .toString();
    }

    private List<Shard> shards() {
        return ledger.shards(ACCOUNT);
    }
}
