package dev.pixapi.local.ledger;

import static dev.pixapi.local.ledger.TestingLedger.NOW;
import static dev.pixapi.local.ledger.TestingTasks.LEASE;
import static dev.pixapi.local.ledger.TestingTasks.submitted;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pixapi.account.AccountId;
import dev.pixapi.ledger.Credits;
import dev.pixapi.ledger.Grant;
import dev.pixapi.ledger.GrantOutcome.Granted;
import dev.pixapi.ledger.GrantOutcome.GrantedBefore;
import dev.pixapi.ledger.OpenOutcome.Exists;
import dev.pixapi.ledger.OpenOutcome.Opened;
import dev.pixapi.ledger.SettleOutcome.Ended;
import dev.pixapi.ledger.SettleOutcome.Settled;
import dev.pixapi.ledger.Settlement;
import dev.pixapi.ledger.Task;
import dev.pixapi.local.ledger.Wire.Fault;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import software.amazon.awssdk.core.exception.SdkClientException;

/**
 * Writes that were done and whose replies never came. The SDK sends them again; a transaction goes
 * with the token of its first sending, which is how DynamoDB knows it.
 */
class LostReplyTest {
    private static final Fault LOST = new Fault.LostReply();

    /** As many as the SDK sends a call. */
    private static final Fault[] ALL_LOST = {LOST, LOST, LOST};

    private static final Settlement COMPLETED = Settlement.completed(Credits.of("3"), NOW);
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
    void newAccount() {
        tables.wire().disturb();
        account = tables.account("10");
        task = submitted(account, "a", "4");
    }

    @Test
    void aHoldWhoseReplyIsLostIsOneHold() {
        tables.wire().disturb(LOST);
        assertEquals(new Opened(task), tables.ledger().open(task));
        assertEquals(2, tables.wire().writes());
        assertEquals("available 6, held 4, spent 0, tasks 1", tables.counters(account));
        tables.audit(account);
    }

    @Test
    void aHoldWhoseEveryReplyIsLostIsKnownWhenItIsAskedForAgain() {
        tables.wire().disturb(ALL_LOST);
        assertThrows(SdkClientException.class, () -> tables.ledger().open(task));
        assertEquals(3, tables.wire().writes());
        assertEquals(new Exists(task), tables.ledger().open(task));
        assertEquals("available 6, held 4, spent 0, tasks 1", tables.counters(account));
        tables.audit(account);
    }

    @Test
    void aClaimWhoseReplyIsLostIsOneClaim() {
        tables.open(task);
        tables.wire().disturb(LOST);
        var progress = tables.claim(task, "r", NOW).progress();
        assertEquals(2, tables.wire().writes());
        assertEquals(1, progress.fence());
        assertEquals(1, progress.attempts());
    }

    @Test
    void aRenewalWhoseReplyIsLostIsARenewal() {
        var claimed = tables.claim(tables.open(task), "r", NOW);
        tables.wire().disturb(LOST);
        assertTrue(tables.ledger().renew(claimed, NOW.plus(LEASE).plus(LEASE)));
        assertEquals(2, tables.wire().writes());
    }

    @Test
    void aSettlementWhoseReplyIsLostIsOneSettlement() {
        var claimed = tables.claim(tables.open(task), "r", NOW);
        tables.wire().disturb(LOST);
        assertEquals(
                new Settled(claimed.ended(COMPLETED)), tables.ledger().settle(claimed, COMPLETED));
        assertEquals(2, tables.wire().writes());
        assertEquals("available 7, held 0, spent 3, tasks 0", tables.counters(account));
        tables.audit(account);
    }

    @Test
    void aSettlementWhoseEveryReplyIsLostIsFoundWhenItIsRepeated() {
        var claimed = tables.claim(tables.open(task), "r", NOW);
        tables.wire().disturb(ALL_LOST);
        assertThrows(SdkClientException.class, () -> tables.ledger().settle(claimed, COMPLETED));
        assertEquals(
                new Ended(claimed.ended(COMPLETED)), tables.ledger().settle(claimed, COMPLETED));
        assertEquals("available 7, held 0, spent 3, tasks 0", tables.counters(account));
        tables.audit(account);
    }

    @Test
    void aGrantWhoseReplyIsLostIsOneGrant() {
        tables.wire().disturb(LOST);
        var grant = new Grant(account, "order-1", Credits.of("5"), NOW);
        assertEquals(new Granted(), tables.ledger().grant(grant));
        assertEquals(new GrantedBefore(Credits.of("5")), tables.ledger().grant(grant));
        assertEquals("available 15, held 0, spent 0, tasks 0", tables.counters(account));
        tables.audit(account);
    }
}
