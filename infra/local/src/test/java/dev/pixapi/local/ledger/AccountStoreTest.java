package dev.pixapi.local.ledger;

import static dev.pixapi.local.ledger.TestingLedger.NOW;
import static dev.pixapi.local.ledger.TestingTasks.submitted;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pixapi.account.AccountId;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Which accounts there are, and whose grants' time is over. */
class AccountStoreTest {
    private TestingLedger tables;

    @BeforeEach
    void start() {
        tables = new TestingLedger();
    }

    @AfterEach
    void stop() {
        tables.close();
    }

    /** An account whose one grant expires so many seconds after NOW. */
    private AccountId expiring(long seconds) {
        var account = tables.account("5");
        tables.grant(account, "pack", "10", seconds);
        return account;
    }

    private List<AccountId> due(Instant now, int limit) {
        return tables.accounts().expiring(now, limit);
    }

    @Test
    void accountsWhoseGrantsAreOverComeLongestOverFirst() {
        // More than the index has parts, so that some share one and some do not.
        var accounts = IntStream.range(0, 9).mapToObj(i -> expiring(100 - i)).toList();
        var oldest = accounts.reversed();
        assertEquals(List.of(), due(NOW.plusSeconds(91), 100));
        assertEquals(oldest.subList(0, 3), due(NOW.plusSeconds(94), 100));
        assertEquals(oldest, due(NOW.plusSeconds(100), 100));
        assertEquals(oldest.subList(0, 4), due(NOW.plusSeconds(100), 4));
    }

    @Test
    void anAccountWithoutGrantsThatExpireIsNeverDue() {
        tables.account("5");
        assertEquals(List.of(), due(NOW.plusSeconds(1_000_000_000), 100));
    }

    @Test
    void anAccountThatCannotLetExpireStandsBehindOthers() {
        var busy = expiring(10);
        tables.open(submitted(busy, "a", "15"));
        var over = NOW.plusSeconds(20);
        tables.ledger().expire(busy, over);
        assertEquals(List.of(), due(over, 1));
        var other = expiring(15);
        assertEquals(List.of(other), due(over, 1));
        assertEquals(List.of(other, busy), due(over.plusSeconds(60), 2));
    }

    @Test
    void allAccountsAreListedOncePartByPart() {
        var accounts = IntStream.range(0, 25).mapToObj(_ -> tables.account("1")).toList();
        var listed = new ArrayList<AccountId>();
        var parts = 0;
        var next = Optional.<String>empty();
        do {
            var part = tables.accounts().all(next, 10);
            assertTrue(part.accounts().size() <= 10);
            listed.addAll(part.accounts());
            next = part.next();
            parts++;
        } while (next.isPresent());
        assertTrue(parts >= 3);
        assertEquals(Set.copyOf(accounts), new HashSet<>(listed));
        assertEquals(accounts.size(), listed.size());
    }

    @Test
    void thereMayBeNoAccounts() {
        var part = tables.accounts().all(Optional.empty(), 10);
        assertEquals(List.of(), part.accounts());
        assertFalse(part.next().isPresent());
    }
}
