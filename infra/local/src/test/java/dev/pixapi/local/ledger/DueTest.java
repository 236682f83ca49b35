package dev.pixapi.local.ledger;

import static dev.pixapi.local.ledger.TestingLedger.NOW;
import static dev.pixapi.local.ledger.TestingLedger.RESEND;
import static dev.pixapi.local.ledger.TestingTasks.LEASE;
import static dev.pixapi.local.ledger.TestingTasks.running;
import static dev.pixapi.local.ledger.TestingTasks.submitted;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pixapi.account.AccountId;
import dev.pixapi.ledger.Settlement;
import dev.pixapi.ledger.Task;
import dev.pixapi.ledger.TaskId;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** What the sweeper looks at. It looks at all accounts, so each test ends what it has opened. */
class DueTest {
    private static final Instant DUE = NOW.plus(RESEND);

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

    @AfterEach
    void endEverything() {
        var far = NOW.plus(Duration.ofDays(80));
        tables.tasks()
                .due(far, 100)
                .tasks()
                .forEach(task -> tables.ledger().settle(task, Settlement.canceled(far)));
        assertEquals(List.of(), due(far));
    }

    private static List<Task> due(Instant now) {
        return tables.tasks().due(now, 100).tasks();
    }

    private static List<TaskId> ids(List<Task> tasks) {
        return tasks.stream().map(Task::id).toList();
    }

    @Test
    void aTaskThatWaitsIsDueAfterTheTimeToResend() {
        var task = tables.open(submitted(account, "a", "4"));
        assertEquals(List.of(), due(DUE.minusMillis(1)));
        assertEquals(List.of(task), due(DUE));
    }

    @Test
    void aTaskThatItsOpenerRunsIsDueWhenItsLeaseEnds() {
        var task = tables.open(running(account, "a", "4"));
        assertEquals(List.of(), due(NOW.plus(LEASE).minusMillis(1)));
        assertEquals(List.of(task), due(NOW.plus(LEASE)));
    }

    @Test
    void aClaimedTaskIsDueAsBeforeAndIsReadAsItStands() {
        var claimed = tables.claim(tables.open(submitted(account, "a", "4")), "r", NOW);
        assertEquals(List.of(claimed), due(DUE));
    }

    @Test
    void aTaskThatWasPutOffIsDueLater() {
        var task = tables.open(submitted(account, "a", "4"));
        tables.tasks().postpone(task.id(), DUE.plusSeconds(60));
        assertEquals(List.of(), due(DUE.plusSeconds(59)));
        assertEquals(List.of(task), due(DUE.plusSeconds(60)));
    }

    @Test
    void aTaskThatHasEndedIsNeverDueNotEvenWhenItIsPutOff() {
        var task = tables.open(submitted(account, "a", "4"));
        tables.ledger().settle(task, Settlement.canceled(NOW));
        var ended = tables.taskRow(task);
        tables.tasks().postpone(task.id(), NOW);
        assertEquals(List.of(), due(DUE.plus(Duration.ofDays(80))));
        assertEquals(ended, tables.taskRow(task));
    }

    @Test
    void anUnknownTaskIsNotMadeByPuttingItOff() {
        var unknown = submitted(account, "never opened", "4");
        tables.tasks().postpone(unknown.id(), NOW);
        assertEquals(Map.of(), tables.taskRow(unknown));
    }

    @Test
    void everyDueTaskOfEveryAccountIsFound() {
        var tasks = new ArrayList<>(openSecondsApart(12));
        tasks.add(tables.open(submitted(tables.account("5"), "other", "1")));
        assertEquals(new HashSet<>(tasks), new HashSet<>(due(DUE.plusSeconds(12))));
    }

    @Test
    void theLongestDueComeFirst() {
        var tasks = openSecondsApart(12);
        assertEquals(ids(tasks), ids(due(DUE.plusSeconds(12))));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 8, 19})
    void ofManyTheLongestDueAreReadAndNoMoreThanAskedFor(int limit) {
        var oldest = openSecondsApart(20).subList(0, limit);
        assertEquals(ids(oldest), ids(tables.tasks().due(DUE.plusSeconds(20), limit).tasks()));
    }

    /** However long the sweeper stood still: what holds credits must be given back one day. */
    @Test
    void aTaskThatHoldsCreditsIsDueHoweverOldItIs() {
        var task = tables.open(submitted(account, "a", "4"));
        var late = NOW.plus(Duration.ofDays(91));
        assertEquals(ids(List.of(task)), ids(tables.tasksAt(late).due(late, 100).tasks()));
    }

    private List<Task> openSecondsApart(int count) {
        var tasks = new ArrayList<Task>();
        for (var i = 0; i < count; i++) {
            tasks.add(tables.open(submitted(account, "task " + i, "1", NOW.plusSeconds(i))));
        }
        return tasks;
    }
}
