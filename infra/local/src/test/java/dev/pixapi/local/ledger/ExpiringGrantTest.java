package dev.pixapi.local.ledger;

import static dev.pixapi.local.ledger.TestingLedger.NOW;
import static dev.pixapi.local.ledger.TestingLedger.expiring;
import static dev.pixapi.local.ledger.TestingTasks.submitted;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.pixapi.account.AccountId;
import dev.pixapi.api.ApiException;
import dev.pixapi.api.ErrorCode;
import dev.pixapi.ledger.Credits;
import dev.pixapi.ledger.Grant;
import dev.pixapi.ledger.GrantOutcome;
import dev.pixapi.ledger.GrantOutcome.Granted;
import dev.pixapi.ledger.GrantOutcome.GrantedBefore;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;

/** Grants that expire are credits like others, and are kept apart from the row that is written. */
class ExpiringGrantTest {
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
        tables.wire().disturb();
        account = tables.account("5");
    }

    @AfterEach
    void audit() {
        tables.audit(account);
    }

    private GrantOutcome grant(String id, String credits, long expires) {
        return tables.ledger().grant(expiring(account, id, credits, expires));
    }

    @Test
    void aGrantThatExpiresIsAvailableAndALot() {
        assertEquals(new Granted(), grant("pack", "10", 60));
        assertEquals("available 15, held 0, spent 0, tasks 0", tables.counters(account));
        assertEquals("pack 10", tables.lots(account));
        assertEquals(2, tables.entries(account).size());
    }

    @Test
    void aGrantThatStaysIsNoLot() {
        tables.grant(account, "more", "10");
        assertEquals(Map.of(), tables.lotsRow(account));
    }

    @Test
    void lotsStandInTheOrderInWhichTheyAreUsed() {
        tables.grant(account, "late", "1", 90);
        tables.grant(account, "early", "2", 30);
        var end = Optional.of(NOW.plusSeconds(90));
        tables.ledger().grant(new Grant(account, "second", Credits.of("3"), NOW, end, 1));
        assertEquals("early 2, late 1, second 3", tables.lots(account));
    }

    @Test
    void whatWasSpentBeforeAGrantIsNotTakenFromIt() {
        tables.settled(submitted(account, "a", "3"), "3");
        tables.grant(account, "first", "10", 60);
        tables.settled(submitted(account, "b", "4"), "4");
        tables.grant(account, "second", "10", 30);
        assertEquals("second 10, first 6", tables.lots(account));
        tables.settled(submitted(account, "c", "10"), "10");
        tables.settled(submitted(account, "d", "1"), "0.5");
        tables.grant(account, "third", "1", 90);
        assertEquals("first 5.5, third 1", tables.lots(account));
    }

    @Test
    void aGrantIdIsUsedOnceWhetherItExpiresOrNot() {
        tables.grant(account, "pack", "10", 60);
        assertEquals(new GrantedBefore(Credits.of("10")), grant("pack", "10", 60));
        assertEquals(new GrantedBefore(Credits.of("5")), grant("welcome", "7", 60));
        assertEquals("pack 10", tables.lots(account));
        assertEquals("available 15, held 0, spent 0, tasks 0", tables.counters(account));
    }

    @Test
    void oneGrantMoreThanAnAccountMayHaveIsRefusedAndARepeatIsStillKnown() {
        for (var i = 0; i < 64; i++) {
            tables.grant(account, "pack-" + i, "0.000001", 60 + i);
        }
        var refused = assertThrows(IllegalArgumentException.class, () -> grant("more", "1", 60));
        assertEquals(
                "an account has at most 64 grants that expire and are not used up",
                refused.getMessage());
        assertEquals(new GrantedBefore(new Credits(1)), grant("pack-0", "1", 60));
        // What is used up makes room.
        tables.settled(submitted(account, "a", "1"), "0.000002");
        assertEquals(new Granted(), grant("more", "1", 60));
    }

    @Test
    void anAccountThatIsNotThereHasNoLots() {
        var nobody = tables.newName();
        var grant = expiring(nobody, "pack", "10", 60);
        assertThrows(TransactionCanceledException.class, () -> tables.ledger().grant(grant));
        assertEquals(Map.of(), tables.lotsRow(nobody));
    }

    @Test
    void aFrozenAccountIsGiven() {
        tables.ledger().freeze(account, "looked into");
        assertEquals(new Granted(), grant("pack", "10", 60));
    }

    @Test
    void ofManyGrantsAtOnceEachIsALot() {
        var outcomes = Together.<GrantOutcome>run(6, i -> grant("pack-" + i, "1", 60 + i));
        assertEquals(6, Together.count(outcomes, Granted.class));
        assertEquals(
                "pack-0 1, pack-1 1, pack-2 1, pack-3 1, pack-4 1, pack-5 1", tables.lots(account));
    }

    @Test
    void ofManyEqualGrantsAtOnceExactlyOneIsALot() {
        tables.grant(account, "pack-0", "1", 30);
        var outcomes = Together.<GrantOutcome>run(8, _ -> grant("pack", "1", 60));
        assertEquals(1, Together.count(outcomes, Granted.class));
        assertEquals("pack-0 1, pack 1", tables.lots(account));
    }

    @Test
    void aGrantThatComesInBetweenKeepsItsLot() {
        tables.wire().disturb(Wire.meanwhile(() -> tables.grant(account, "first", "1", 60)));
        assertEquals(new Granted(), grant("second", "1", 90));
        tables.wire().disturb(Wire.meanwhile(() -> tables.grant(account, "third", "1", 120)));
        assertEquals(new Granted(), grant("fourth", "1", 150));
        assertEquals("first 1, second 1, third 1, fourth 1", tables.lots(account));
    }

    @Test
    void theSameGrantThatComesInBetweenIsTheOneThatCounts() {
        tables.grant(account, "first", "1", 60);
        tables.wire().disturb(Wire.meanwhile(() -> tables.grant(account, "second", "1", 90)));
        assertEquals(new GrantedBefore(Credits.of("1")), grant("second", "1", 90));
        assertEquals("first 1, second 1", tables.lots(account));
    }

    @Test
    void lotsThatChangedSinceTheyWereReadAreReadAgain() {
        tables.grant(account, "first", "1", 60);
        var changed = Wire.cancelled("None", "None", "None", "ConditionalCheckFailed");
        tables.wire().disturb(changed, changed);
        assertEquals(new Granted(), grant("second", "1", 90));
        assertEquals(3, tables.wire().writes());
        assertEquals("first 1, second 1", tables.lots(account));
    }

    @Test
    void lotsThatKeepChangingAreOverloadedAndNothingIsGiven() {
        var changed = Wire.cancelled("None", "None", "None", "ConditionalCheckFailed");
        tables.wire().disturb(Collections.nCopies(9, changed).toArray(Wire.Fault[]::new));
        var refused = assertThrows(ApiException.class, () -> grant("pack", "1", 90));
        assertEquals(ErrorCode.OVERLOADED, refused.code());
        assertEquals(9, tables.wire().writes());
        assertEquals("available 5, held 0, spent 0, tasks 0", tables.counters(account));
    }

    @Test
    void aGrantWhoseEveryReplyIsLostIsKnownWhenItIsRepeated() {
        var lost = new Wire.Fault.LostReply();
        tables.wire().disturb(lost, lost, lost);
        assertThrows(SdkClientException.class, () -> grant("pack", "1", 60));
        assertEquals(new GrantedBefore(Credits.of("1")), grant("pack", "1", 60));
        assertEquals("pack 1", tables.lots(account));
    }

    @Test
    void theRowThatRequestsWriteKnowsNoLots() {
        var before = tables.accountRow(account).keySet();
        tables.grant(account, "pack", "1", 60);
        assertEquals(before, tables.accountRow(account).keySet());
        assertFalse(before.contains("lots"));
    }
}
