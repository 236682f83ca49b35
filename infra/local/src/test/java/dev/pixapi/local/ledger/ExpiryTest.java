package dev.pixapi.local.ledger;

import static dev.pixapi.local.ledger.TestingLedger.NOW;
import static dev.pixapi.local.ledger.TestingTasks.submitted;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.pixapi.account.AccountId;
import dev.pixapi.api.ApiException;
import dev.pixapi.api.ErrorCode;
import dev.pixapi.lambda.blueprint.Resources;
import dev.pixapi.ledger.Adjustment;
import dev.pixapi.ledger.BrokenRow;
import dev.pixapi.ledger.Changes;
import dev.pixapi.ledger.Credits;
import dev.pixapi.ledger.Entry;
import dev.pixapi.ledger.Entry.Kind;
import dev.pixapi.ledger.OpenOutcome;
import dev.pixapi.ledger.OpenOutcome.Insufficient;
import dev.pixapi.ledger.OpenOutcome.Opened;
import dev.pixapi.ledger.Refund;
import dev.pixapi.ledger.Settlement;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

/** What is left of grants expires when their time is over, but for what tasks hold of it. */
class ExpiryTest {
    private static final Instant OVER = NOW.plusSeconds(60);
    private static TestingLedger tables;

    /** With 5 credits that stay, and 10 that expire a minute later. */
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
    void grant() {
        tables.wire().disturb();
        account = tables.account("5");
        tables.grant(account, "pack", "10", 60);
    }

    @AfterEach
    void audit() {
        tables.audit(account);
    }

    private List<Entry> expire(Instant now) {
        return tables.ledger().expire(account, now);
    }

    /** What each entry is about, and how much expired: {@code pack 10}. */
    private static List<String> texts(List<Entry> entries) {
        return entries.stream().map(entry -> entry.reference() + " " + entry.credits()).toList();
    }

    private String expired() {
        return tables.ledger().balance(account).orElseThrow().expired().toString();
    }

    /** When the sweeper next looks at the account. */
    private Instant nextLook() {
        var row = tables.lotsRow(account);
        return Instant.ofEpochMilli(Long.parseLong(row.get("next_expiry").n()));
    }

    private boolean isNeverLookedAtAgain() {
        var row = tables.lotsRow(account);
        return !row.containsKey("next_expiry") && !row.containsKey("expiring");
    }

    @Test
    void nothingExpiresBeforeItsTime() {
        tables.wire().disturb();
        assertEquals(List.of(), expire(OVER.minusMillis(1)));
        assertEquals(0, tables.wire().writes());
        assertEquals("available 15, held 0, spent 0, tasks 0", tables.counters(account));
    }

    @Test
    void whatIsLeftExpiresAtItsTimeWithAnEntry() {
        var entries = expire(OVER);
        assertEquals(List.of("pack 10"), texts(entries));
        assertEquals(Kind.EXPIRE, entries.getFirst().kind());
        assertEquals(OVER, entries.getFirst().time());
        assertEquals(entries.getFirst(), tables.entries(account).getFirst());
        assertEquals("available 5, held 0, spent 0, tasks 0", tables.counters(account));
        assertEquals("10", expired());
        assertEquals(true, isNeverLookedAtAgain());
    }

    @Test
    void aSecondPassHasNothingLeftToDo() {
        expire(OVER);
        tables.wire().disturb();
        assertEquals(List.of(), expire(OVER));
        assertEquals(0, tables.wire().writes());
        assertEquals("10", expired());
    }

    @Test
    void whatWasChargedDoesNotExpire() {
        tables.settled(submitted(account, "a", "4"), "3");
        assertEquals(List.of("pack 7"), texts(expire(OVER)));
        assertEquals("available 5, held 0, spent 3, tasks 0", tables.counters(account));
    }

    @Test
    void whatIsUsedUpExpiresWithoutAnEntry() {
        tables.settled(submitted(account, "a", "12"), "12");
        assertEquals(List.of(), expire(OVER));
        assertEquals("available 3, held 0, spent 12, tasks 0", tables.counters(account));
        assertEquals(true, isNeverLookedAtAgain());
    }

    @Test
    void grantsThatAreOverExpireEachWithItsEntryAndOthersStay() {
        tables.grant(account, "earlier", "2", 30);
        tables.grant(account, "later", "4", 90);
        tables.settled(submitted(account, "a", "3"), "3");
        assertEquals(List.of("pack 9"), texts(expire(OVER)));
        assertEquals("later 4", tables.lots(account));
        assertEquals(OVER.plusSeconds(30), nextLook());
        assertEquals(List.of("later 4"), texts(expire(OVER.plusSeconds(30))));
        assertEquals("13", expired());
    }

    @Test
    void severalGrantsExpireAtOnce() {
        tables.grant(account, "earlier", "2", 30);
        assertEquals(List.of("earlier 2", "pack 10"), texts(expire(OVER)));
        assertEquals("available 5, held 0, spent 0, tasks 0", tables.counters(account));
    }

    @Test
    void aHoldThatWasTakenBeforeIsHonoured() {
        var task = tables.open(submitted(account, "a", "8"));
        assertEquals(List.of("pack 2"), texts(expire(OVER)));
        assertEquals("available 5, held 8, spent 0, tasks 1", tables.counters(account));
        tables.ledger().settle(task, Settlement.completed(Credits.of("8"), OVER.plusSeconds(5)));
        assertEquals(List.of(), expire(OVER.plusSeconds(60)));
        assertEquals("available 5, held 0, spent 8, tasks 0", tables.counters(account));
    }

    @Test
    void whatComesBackOfAHoldExpiresAtTheNextPassWithAnEntryOfItsOwn() {
        var task = tables.open(submitted(account, "a", "8"));
        expire(OVER);
        tables.ledger().settle(task, Settlement.completed(Credits.of("3"), OVER));
        // At the same moment even.
        assertEquals(List.of("pack 5"), texts(expire(OVER)));
        assertEquals("available 5, held 0, spent 3, tasks 0", tables.counters(account));
        assertEquals("7", expired());
    }

    @Test
    void anAccountWhoseLotIsHeldIsLookedAtAMinuteLater() {
        tables.open(submitted(account, "a", "12"));
        assertEquals(List.of(), expire(OVER));
        assertEquals(OVER.plusSeconds(60), nextLook());
        assertEquals("pack 10", tables.lots(account));
    }

    @Test
    void refundedCreditsNeverExpire() {
        var task = tables.settled(submitted(account, "a", "8"), "8");
        tables.ledger().refund(new Refund(task, "r", Credits.of("8"), NOW));
        assertEquals(List.of("pack 2"), texts(expire(OVER)));
        assertEquals("available 13, held 0, spent 8, tasks 0", tables.counters(account));
    }

    @Test
    void creditsThatHaveNotExpiredYetCanBeHeldAndThenNothingExpires() {
        tables.open(submitted(account, "a", "15"));
        assertEquals(List.of(), expire(OVER));
        assertEquals("available 0, held 15, spent 0, tasks 1", tables.counters(account));
    }

    @Test
    void aFrozenAccountKeepsWhatIsOverUntilItIsUnfrozen() {
        tables.ledger().freeze(account, "looked into");
        assertEquals(List.of(), expire(OVER));
        assertEquals("available 15, held 0, spent 0, tasks 0", tables.counters(account));
        assertEquals("pack 10", tables.lots(account));
        assertEquals(OVER.plusSeconds(60), nextLook());
        tables.ledger().unfreeze(account);
        assertEquals(List.of("pack 10"), texts(expire(OVER)));
    }

    /** The operator took what would have expired. */
    @Test
    void noMoreExpiresThanIsThere() {
        tables.ledger().freeze(account, "looked into");
        var changes = new Changes(-9_000_000, 0, 0, -9_000_000, 0, 0);
        tables.ledger().adjust(new Adjustment(account, 0, "case-1", changes, NOW));
        tables.ledger().unfreeze(account);
        assertEquals(List.of("pack 6"), texts(expire(OVER)));
        assertEquals("available 0, held 0, spent 0, tasks 0", tables.counters(account));
        assertEquals(true, isNeverLookedAtAgain());
    }

    @Test
    void anAccountWithoutGrantsThatExpireHasNothingToDo() {
        assertEquals(List.of(), tables.ledger().expire(tables.account("5"), OVER));
        assertEquals(List.of(), tables.ledger().expire(tables.newName(), OVER));
    }

    @Test
    void lotsOfNoAccountAreABrokenRow() {
        var row = new HashMap<>(tables.lotsRow(account));
        var nobody = tables.newName();
        row.put("account", AttributeValue.fromS(nobody.toString()));
        tables.put(Resources.LOTS, row);
        assertThrows(BrokenRow.class, () -> tables.ledger().expire(nobody, OVER));
        assertEquals("pack 10", tables.lots(nobody));
    }

    @Test
    void ofManyPassesAtOnceOneLetsItExpire() {
        var outcomes = Together.<List<Entry>>run(8, _ -> expire(OVER));
        assertEquals(1, outcomes.stream().filter(entries -> !entries.isEmpty()).count());
        assertEquals("10", expired());
    }

    @Test
    void holdsAndAnExpiryAtOnceTakeNoCreditTwice() {
        var outcomes =
                Together.<Optional<OpenOutcome>>run(
                        9,
                        i -> {
                            if (i == 4) {
                                expire(OVER);
                                return Optional.empty();
                            }
                            var task = submitted(account, "task " + i, "2.5");
                            return Optional.of(tables.ledger().open(task));
                        });
        var opened = outcomes.stream().flatMap(Optional::stream).toList();
        var held = Together.count(opened, Opened.class);
        assertEquals(8 - held, Together.count(opened, Insufficient.class));
        // Each hold is either of what stays or of what had not expired yet.
        var balance = tables.ledger().balance(account).orElseThrow();
        assertEquals(Credits.of("2.5").times((int) held), balance.held());
        assertEquals(
                Credits.of("15"), balance.available().plus(balance.held()).plus(balance.expired()));
    }

    @Test
    void aHoldThatComesInBetweenIsHonoured() {
        tables.wire().disturb(Wire.meanwhile(() -> tables.open(submitted(account, "a", "12"))));
        assertEquals(List.of(), expire(OVER));
        assertEquals("available 3, held 12, spent 0, tasks 1", tables.counters(account));
        assertEquals("pack 10", tables.lots(account));
    }

    @Test
    void anAccountThatIsFrozenInBetweenLetsNothingExpire() {
        tables.wire().disturb(Wire.meanwhile(() -> tables.ledger().freeze(account, "found")));
        assertEquals(List.of(), expire(OVER));
        assertEquals("available 15, held 0, spent 0, tasks 0", tables.counters(account));
    }

    @Test
    void aGrantThatComesInBetweenIsNotLost() {
        tables.wire().disturb(Wire.meanwhile(() -> tables.grant(account, "other", "2", 90)));
        assertEquals(List.of("pack 10"), texts(expire(OVER)));
        assertEquals("other 2", tables.lots(account));
        assertEquals("available 7, held 0, spent 0, tasks 0", tables.counters(account));
    }

    @Test
    void anExpiryThatComesInBetweenLeavesNothingToDo() {
        tables.wire().disturb(Wire.meanwhile(() -> expire(OVER)));
        assertEquals(List.of(), expire(OVER));
        assertEquals("10", expired());
    }

    @Test
    void countersThatChangedSinceTheyWereReadAreReadAgain() {
        var changed = Wire.cancelled("None", "ConditionalCheckFailed", "None");
        tables.wire().disturb(changed, changed);
        assertEquals(List.of("pack 10"), texts(expire(OVER)));
        assertEquals(3, tables.wire().writes());
    }

    @Test
    void lotsThatKeepChangingAreOverloadedAndNothingExpires() {
        var changed = Wire.cancelled("ConditionalCheckFailed", "None", "None");
        tables.wire().disturb(Collections.nCopies(9, changed).toArray(Wire.Fault[]::new));
        var refused = assertThrows(ApiException.class, () -> expire(OVER));
        assertEquals(ErrorCode.OVERLOADED, refused.code());
        assertEquals("0", expired());
    }

    @Test
    void anExpiryWhoseEveryReplyIsLostLeavesNothingToDo() {
        var lost = new Wire.Fault.LostReply();
        tables.wire().disturb(lost, lost, lost);
        assertThrows(SdkClientException.class, () -> expire(OVER));
        assertEquals(List.of(), expire(OVER));
        assertEquals("10", expired());
    }

    @Test
    void anExpiryThatMetConflictsIsDoneOnce() {
        tables.wire().disturb(Wire.cancelled("None", "TransactionConflict", "None"));
        assertEquals(List.of("pack 10"), texts(expire(OVER)));
        assertEquals(2, tables.wire().writes());
        assertEquals("10", expired());
    }
}
