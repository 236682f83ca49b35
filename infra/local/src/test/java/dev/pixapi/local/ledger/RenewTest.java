package dev.pixapi.local.ledger;

import static dev.pixapi.local.ledger.TestingLedger.NOW;
import static dev.pixapi.local.ledger.TestingTasks.LEASE;
import static dev.pixapi.local.ledger.TestingTasks.submitted;
import static dev.pixapi.local.ledger.TestingTasks.terms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pixapi.ledger.ClaimOutcome.Leased;
import dev.pixapi.ledger.Credits;
import dev.pixapi.ledger.Settlement;
import dev.pixapi.ledger.Task;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** How a runner keeps its task. */
class RenewTest {
    private static final Instant LAPSED = NOW.plus(LEASE);
    private static final Instant LONGER = LAPSED.plus(LEASE);
    private static TestingLedger tables;

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
        task = tables.open(submitted(tables.account("10"), "a", "4"));
    }

    @Test
    void theNewestFenceProlongsItsLeaseAndNothingElse() {
        var claimed = tables.claim(task, "first", NOW);
        assertTrue(tables.ledger().renew(claimed, LONGER));
        var found = tables.find(task).orElseThrow();
        assertEquals(Optional.of(LONGER), found.progress().leaseEnds());
        assertEquals(claimed.progress().fence(), found.progress().fence());
        assertEquals(claimed.progress().attempts(), found.progress().attempts());
        assertEquals(new Leased(), tables.ledger().claim(task.id(), terms("second", LAPSED)));
    }

    @Test
    void aRenewalTwiceIsARenewalOnce() {
        var claimed = tables.claim(task, "first", NOW);
        assertTrue(tables.ledger().renew(claimed, LONGER));
        var once = tables.taskRow(task);
        assertTrue(tables.ledger().renew(claimed, LONGER));
        assertEquals(once, tables.taskRow(task));
    }

    @Test
    void theOpenerOfARunningTaskKeepsIt() {
        var running = TestingTasks.running(tables.account("10"), "a", "4");
        assertTrue(tables.ledger().renew(tables.open(running), LONGER));
    }

    @Test
    void aLowerFenceProlongsNothing() {
        var first = tables.claim(task, "first", NOW);
        var second = tables.claim(task, "second", LAPSED);
        assertFalse(tables.ledger().renew(first, LONGER.plus(LEASE)));
        assertEquals(Optional.of(second), tables.find(task));
    }

    @Test
    void afterTheEndNoLeaseComesBack() {
        var claimed = tables.claim(task, "first", NOW);
        tables.ledger().settle(claimed, Settlement.completed(Credits.of("4"), NOW));
        var ended = tables.taskRow(task);
        assertFalse(tables.ledger().renew(claimed, LONGER));
        assertEquals(ended, tables.taskRow(task));
    }

    @Test
    void aTaskThatNobodyTookHasNoLeaseToProlong() {
        assertFalse(tables.ledger().renew(task, LONGER));
        assertEquals(Optional.of(task), tables.find(task));
    }

    @Test
    void anUnknownTaskIsNotMadeByARenewal() {
        var unknown = TestingTasks.running(tables.account("10"), "a", "4");
        assertFalse(tables.ledger().renew(unknown, LONGER));
        assertEquals(Map.of(), tables.taskRow(unknown));
    }
}
