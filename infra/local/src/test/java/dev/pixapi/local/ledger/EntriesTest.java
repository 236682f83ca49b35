package dev.pixapi.local.ledger;

import static dev.pixapi.local.ledger.TestingLedger.NOW;
import static dev.pixapi.local.ledger.TestingTasks.submitted;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pixapi.account.AccountId;
import dev.pixapi.account.Mode;
import dev.pixapi.ledger.Credits;
import dev.pixapi.ledger.Entry;
import dev.pixapi.ledger.Grant;
import dev.pixapi.ledger.Page;
import dev.pixapi.ledger.Settlement;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** An account's book, page by page. */
class EntriesTest {
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

    /** An account with grants of 1, 2, 3… credits, so many milliseconds apart. */
    private static AccountId granted(String name, int grants, long apart) {
        var account = new AccountId(Mode.TEST, name);
        tables.ledger().createAccount(account, 5);
        for (var i = 1; i <= grants; i++) {
            var credits = Credits.of(String.valueOf(i));
            var time = NOW.plusMillis(i * apart);
            tables.ledger().grant(new Grant(account, "grant-" + i, credits, time));
        }
        return account;
    }

    /** All entries, read in pages; none of the pages but the last is short. */
    private static List<Entry> paged(AccountId account, int limit) {
        var all = new ArrayList<Entry>();
        var after = Optional.<String>empty();
        for (var pages = 0; pages < MOST_PAGES; pages++) {
            var page = tables.ledger().entries(account, new Page(limit, after));
            all.addAll(page);
            if (page.size() < limit) {
                return all;
            }
            after = Optional.of(page.getLast().id());
        }
        throw new AssertionError("the pages have no end");
    }

    private static List<String> references(List<Entry> entries) {
        return entries.stream().map(Entry::reference).toList();
    }

    private static List<String> newestFirst(int grants) {
        return IntStream.iterate(grants, i -> i > 0, i -> i - 1)
                .mapToObj(i -> "grant-" + i)
                .toList();
    }

    @Test
    void pagesGoFromTheNewestToTheOldestWithoutGapOrRepeat() {
        var account = granted("paged", 25, 1);
        assertEquals(newestFirst(25), references(paged(account, 10)));
        var firstPage = tables.ledger().entries(account, new Page(10, Optional.empty()));
        assertEquals(newestFirst(25).subList(0, 10), references(firstPage));
    }

    @Test
    void theBookThatFillsItsPagesEndsWithAnEmptyOne() {
        assertEquals(newestFirst(10), references(paged(granted("even", 10, 1), 5)));
    }

    @Test
    void entriesOfOneMomentAreEachReadOnce() {
        var read = references(paged(granted("moment", 12, 0), 5));
        assertEquals(newestFirst(12).stream().sorted().toList(), read.stream().sorted().toList());
    }

    @Test
    void anotherAccountsEntriesNeverAppear() {
        var account = granted("acme", 3, 1);
        granted("acme2", 3, 2);
        granted("acm", 3, 2);
        var live = new AccountId(Mode.LIVE, "acme");
        assertEquals(newestFirst(3), references(paged(account, 2)));
        assertEquals(List.of(), paged(live, 2));
    }

    @Test
    void aPlaceInAnotherAccountsBookShowsNothingOfIt() {
        var account = granted("place", 3, 1);
        var other = granted("other", 3, 1000);
        var place = paged(other, 5).getFirst().id();
        var page = tables.ledger().entries(account, new Page(5, Optional.of(place)));
        assertEquals(newestFirst(3), references(page));
    }

    @Test
    void grantsAndSettlementsStandInTheOrderOfTheirTimes() {
        var account = granted("mixed", 2, 10);
        var task = tables.open(submitted(account, "a", "1"));
        tables.ledger().settle(task, Settlement.canceled(NOW.plusMillis(15)));
        assertEquals(
                List.of("grant-2", task.id().value(), "grant-1"), references(paged(account, 5)));
    }
}
