package dev.pixapi.local.ledger;

import static dev.pixapi.local.ledger.TestingLedger.NOW;
import static dev.pixapi.local.ledger.TestingTasks.DEADLINE;
import static dev.pixapi.local.ledger.TestingTasks.LEASE;
import static dev.pixapi.local.ledger.TestingTasks.submitted;
import static dev.pixapi.local.ledger.TestingTasks.terms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.pixapi.account.AccountId;
import dev.pixapi.ledger.ClaimOutcome;
import dev.pixapi.ledger.ClaimOutcome.Claimed;
import dev.pixapi.ledger.ClaimOutcome.Ended;
import dev.pixapi.ledger.ClaimOutcome.Exhausted;
import dev.pixapi.ledger.ClaimOutcome.Leased;
import dev.pixapi.ledger.ClaimOutcome.Unknown;
import dev.pixapi.ledger.ClaimTerms;
import dev.pixapi.ledger.Credits;
import dev.pixapi.ledger.Failure;
import dev.pixapi.ledger.Progress;
import dev.pixapi.ledger.Settlement;
import dev.pixapi.ledger.Task;
import dev.pixapi.ledger.TaskStatus;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Who may run a task. */
class ClaimTest {
    private static final Instant LAPSED = NOW.plus(LEASE);
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

    private static ClaimOutcome claim(Task task, String runner, Instant now) {
        return tables.ledger().claim(task.id(), terms(runner, now));
    }

    @Test
    void aTaskThatWaitsIsTakenUnderALeaseAndAHigherFence() {
        var claimed = new Task(task.order(), Progress.running(NOW, NOW.plus(LEASE)));
        assertEquals(new Claimed(claimed), claim(task, "first", NOW));
        assertEquals(Optional.of(claimed), tables.find(task));
        assertEquals("available 6, held 4, spent 0, tasks 1", tables.counters(account));
        tables.audit(account);
    }

    @Test
    void theNextRunnerHasAHigherFenceAndTheSameStart() {
        tables.claim(task, "first", NOW);
        var progress = tables.claim(task, "second", LAPSED).progress();
        var expected =
                new Progress(
                        TaskStatus.PROCESSING,
                        2,
                        2,
                        Optional.of(LAPSED.plus(LEASE)),
                        Optional.of(NOW),
                        Optional.empty(),
                        Credits.ZERO,
                        Optional.empty(),
                        Optional.empty(),
                        Credits.ZERO,
                        Credits.ZERO);
        assertEquals(expected, progress);
    }

    @Test
    void aLiveLeaseRefusesUntilItsVeryEnd() {
        var first = tables.claim(task, "first", NOW);
        assertEquals(new Leased(), claim(task, "second", LAPSED.minusMillis(1)));
        assertEquals(Optional.of(first), tables.find(task));
        tables.claim(task, "second", LAPSED);
    }

    @Test
    void aTaskThatItsOpenerRunsIsLeasedFromTheStart() {
        var running = tables.open(TestingTasks.running(account, "b", "1"));
        assertEquals(new Leased(), claim(running, "other", LAPSED.minusMillis(1)));
        assertEquals(2, tables.claim(running, "other", LAPSED).progress().fence());
    }

    @Test
    void attemptsThatAreUsedUpLeaveTheTaskAsItIs() {
        tables.claim(task, "first", NOW);
        var second = tables.claim(task, "second", LAPSED);
        var third = claim(task, "third", LAPSED.plus(LEASE));
        assertEquals(new Exhausted(second), third);
        assertEquals(Optional.of(second), tables.find(task));
    }

    @Test
    void theLastAttemptIsLeftInPeaceWhileItsLeaseLives() {
        tables.claim(task, "first", NOW);
        tables.claim(task, "second", LAPSED);
        assertEquals(new Leased(), claim(task, "third", LAPSED.plusMillis(1)));
    }

    @Test
    void aTaskIsNotTakenAtItsDeadline() {
        var deadline = NOW.plus(DEADLINE);
        assertEquals(new Exhausted(task), claim(task, "late", deadline));
        assertEquals(Optional.of(task), tables.find(task));
        tables.claim(task, "just in time", deadline.minusMillis(1));
    }

    static Stream<Settlement> endings() {
        return Stream.of(
                Settlement.completed(Credits.of("4"), NOW),
                Settlement.failed(new Failure("internal_error", "It failed."), NOW),
                Settlement.canceled(NOW));
    }

    @ParameterizedTest
    @MethodSource("endings")
    void aTaskThatHasEndedIsNotTaken(Settlement ending) {
        tables.ledger().settle(task, ending);
        var ended = tables.taskRow(task);
        assertInstanceOf(Ended.class, claim(task, "late", NOW));
        assertEquals(ended, tables.taskRow(task));
    }

    @ParameterizedTest
    @MethodSource("endings")
    void aTaskThatEndedWhileItRanIsNotTaken(Settlement ending) {
        tables.ledger().settle(tables.claim(task, "first", NOW), ending);
        var ended = tables.taskRow(task);
        assertInstanceOf(Ended.class, claim(task, "late", LAPSED));
        assertInstanceOf(Ended.class, claim(task, "first", LAPSED));
        assertEquals(ended, tables.taskRow(task));
    }

    @Test
    void anUnknownTaskIsNotMadeByItsClaim() {
        var unknown = submitted(account, "never opened", "1");
        assertEquals(new Unknown(), claim(unknown, "first", NOW));
        assertEquals(Map.of(), tables.taskRow(unknown));
    }

    @Test
    void theRepeatOfAClaimIsGivenThatClaim() {
        var first = tables.claim(task, "first", NOW);
        assertEquals(new Claimed(first), claim(task, "first", NOW));
        assertEquals(Optional.of(first), tables.find(task));
    }

    @Test
    void theRepeatOfTheLastClaimIsGivenThatClaim() {
        var onlyOnce = new ClaimTerms("first", NOW, LAPSED, 1);
        var first = tables.ledger().claim(task.id(), onlyOnce);
        assertEquals(first, tables.ledger().claim(task.id(), onlyOnce));
        assertEquals(1, tables.find(task).orElseThrow().progress().attempts());
    }

    @Test
    void theRepeatOfAClaimThatWasTakenOverIsRefused() {
        tables.claim(task, "first", NOW);
        tables.claim(task, "second", LAPSED);
        assertEquals(new Leased(), claim(task, "first", NOW));
    }

    @Test
    void ofManyRunnersAtOnceExactlyOneTakesTheTask() {
        var outcomes = Together.<ClaimOutcome>run(16, i -> claim(task, "runner " + i, NOW));
        assertEquals(1, Together.count(outcomes, Claimed.class));
        assertEquals(15, Together.count(outcomes, Leased.class));
        var progress = tables.find(task).orElseThrow().progress();
        assertEquals(1, progress.fence());
        assertEquals(1, progress.attempts());
    }
}
