package dev.pixapi.local.ledger;

import static dev.pixapi.local.ledger.TestingLedger.NOW;
import static dev.pixapi.local.ledger.TestingTasks.submitted;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pixapi.account.AccountId;
import dev.pixapi.ledger.Credits;
import dev.pixapi.ledger.Settlement;
import dev.pixapi.ledger.Task;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** Tasks, by id and by account. */
class ListTest {
    private static final Instant EXPIRES = NOW.plus(Duration.ofDays(90));
    private static final int MOST_PAGES = 20;
    private static TestingLedger tables;

    @BeforeAll
    static void start() {
        tables = new TestingLedger();
    }

    @AfterAll
    static void stop() {
        tables.close();
    }

    /** So many tasks, oldest first. */
    private static List<Task> opened(AccountId account, int count, long apart) {
        var tasks = new ArrayList<Task>();
        for (var i = 0; i < count; i++) {
            tasks.add(tables.open(submitted(account, "task " + i, "1", NOW.plusMillis(i * apart))));
        }
        return tasks;
    }

    /** All tasks, read in pages; none of the pages but the last is short. */
    private static List<Task> paged(AccountId account, int limit) {
        var all = new ArrayList<Task>();
        var after = Optional.<Task>empty();
        for (var pages = 0; pages < MOST_PAGES; pages++) {
            var page = tables.tasks().list(account, limit, after);
            all.addAll(page);
            if (page.size() < limit) {
                return all;
            }
            after = Optional.of(page.getLast());
        }
        throw new AssertionError("the pages have no end");
    }

    @Test
    void pagesGoFromTheNewestToTheOldestWithoutGapOrRepeat() {
        var account = tables.account("30");
        var tasks = opened(account, 25, 1);
        assertEquals(tasks.reversed(), paged(account, 10));
        assertEquals(
                tasks.reversed().subList(0, 10),
                tables.tasks().list(account, 10, Optional.empty()));
    }

    @Test
    void theListThatFillsItsPagesEndsWithAnEmptyOne() {
        var account = tables.account("30");
        var tasks = opened(account, 10, 1);
        assertEquals(tasks.reversed(), paged(account, 5));
    }

    @Test
    void tasksOfOneMomentAreEachReadOnce() {
        var account = tables.account("30");
        var tasks = opened(account, 12, 0);
        var read = paged(account, 5);
        assertEquals(12, read.size());
        assertEquals(new HashSet<>(tasks), new HashSet<>(read));
    }

    @Test
    void moreThanABatchIsReadAtOnce() {
        var account = tables.newName();
        tables.ledger().createAccount(account, 200);
        tables.grant(account, "welcome", "200");
        Together.run(
                4,
                part -> {
                    for (var i = part; i < 104; i += 4) {
                        tables.open(submitted(account, "task " + i, "1", NOW.plusMillis(i)));
                    }
                    return part;
                });
        var read = tables.tasks().list(account, 104, Optional.empty());
        assertEquals(104, read.stream().map(Task::id).distinct().count());
    }

    @Test
    void anotherAccountsTasksNeverAppear() {
        var account = tables.account("30");
        var other = tables.account("30");
        var tasks = opened(account, 3, 2);
        opened(other, 3, 2);
        assertEquals(tasks.reversed(), paged(account, 2));
        assertEquals(List.of(), paged(tables.newName(), 2));
    }

    @Test
    void aTaskThatHasEndedStaysInTheListAsItEnded() {
        var account = tables.account("30");
        var tasks = opened(account, 2, 1);
        var settlement = Settlement.completed(Credits.of("1"), NOW);
        var claimed = tables.claim(tasks.getFirst(), "r", NOW.plusMillis(1));
        tables.ledger().settle(claimed, settlement);
        assertEquals(List.of(tasks.getLast(), claimed.ended(settlement)), paged(account, 5));
    }

    @Test
    void anUnknownTaskIsNotFound() {
        assertEquals(Optional.empty(), tables.find(submitted(tables.newName(), "a", "1")));
    }

    @Test
    void anEndedTaskPastItsDaysIsNotThereThoughItsRowIs() {
        var account = tables.account("30");
        var task = opened(account, 1, 1).getFirst();
        tables.ledger().settle(task, Settlement.canceled(NOW));
        var before = tables.tasksAt(EXPIRES.minusMillis(1));
        assertEquals(1, before.list(account, 5, Optional.empty()).size());
        assertEquals(task.id(), before.find(task.id()).orElseThrow().id());
        var after = tables.tasksAt(EXPIRES);
        assertEquals(List.of(), after.list(account, 5, Optional.empty()));
        assertEquals(Optional.empty(), after.find(task.id()));
    }
}
