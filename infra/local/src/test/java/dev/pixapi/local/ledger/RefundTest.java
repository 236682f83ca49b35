package dev.pixapi.local.ledger;

import static dev.pixapi.local.ledger.TestingLedger.NOW;
import static dev.pixapi.local.ledger.TestingTasks.submitted;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.pixapi.account.AccountId;
import dev.pixapi.lambda.blueprint.Resources;
import dev.pixapi.ledger.BrokenRow;
import dev.pixapi.ledger.Changes;
import dev.pixapi.ledger.Credits;
import dev.pixapi.ledger.Entry;
import dev.pixapi.ledger.Entry.Kind;
import dev.pixapi.ledger.Refund;
import dev.pixapi.ledger.RefundOutcome;
import dev.pixapi.ledger.RefundOutcome.NotCharged;
import dev.pixapi.ledger.RefundOutcome.Refunded;
import dev.pixapi.ledger.RefundOutcome.RefundedBefore;
import dev.pixapi.ledger.RefundOutcome.TooMuch;
import dev.pixapi.ledger.Settlement;
import dev.pixapi.ledger.Task;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Charges that are given back: once for each id, and never more than was charged. */
class RefundTest {
    private static final Instant LATER = NOW.plusSeconds(60);
    private static TestingLedger tables;

    private AccountId account;

    /** It held 4 and was charged 3 of 10. */
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
    void charge() {
        tables.wire().disturb();
        account = tables.account("10");
        task = tables.settled(submitted(account, "a", "4"), "3");
    }

    @AfterEach
    void audit() {
        tables.audit(account);
    }

    private static Refund refund(Task task, String id, String credits) {
        return new Refund(task, id, Credits.of(credits), LATER);
    }

    private RefundOutcome give(String id, String credits) {
        return tables.ledger().refund(refund(task, id, credits));
    }

    private String refunded() {
        var balance = tables.ledger().balance(account).orElseThrow();
        return "available %s, spent %s, granted %s, refunded %s"
                .formatted(
                        balance.available(),
                        balance.spent(),
                        balance.granted(),
                        balance.refunded());
    }

    @Test
    void aRefundIsAvailableAndNeverRaisesGranted() {
        var after = task.refunding(Credits.of("1.5"));
        assertEquals(new Refunded(after), give("r", "1.5"));
        assertEquals("available 8.5, spent 3, granted 10, refunded 1.5", refunded());
        assertEquals(Optional.of(after), tables.find(task));
    }

    @Test
    void aRefundIsInTheBookWithItsTaskAndItsId() {
        give("r", "1.5");
        var entry = tables.entries(account).getFirst();
        var expected =
                new Entry(
                        entry.id(),
                        Kind.REFUND,
                        Credits.of("1.5"),
                        task.id().value(),
                        Optional.of("r"),
                        Changes.NONE,
                        LATER);
        assertEquals(expected, entry);
    }

    @Test
    void aRefundIsGivenOnceWhateverComesWithItsId() {
        give("r", "1.5");
        assertEquals(new RefundedBefore(Credits.of("1.5")), give("r", "1.5"));
        var other = new Refund(task, "r", Credits.of("0.5"), LATER.plusSeconds(9));
        assertEquals(new RefundedBefore(Credits.of("1.5")), tables.ledger().refund(other));
        assertEquals("available 8.5, spent 3, granted 10, refunded 1.5", refunded());
    }

    @Test
    void aRepeatIsKnownEvenWhenNothingIsLeftToRefund() {
        give("r", "3");
        assertEquals(new RefundedBefore(Credits.of("3")), give("r", "3"));
    }

    @Test
    void twoTasksMayUseOneRefundId() {
        give("r", "1");
        task = tables.settled(submitted(account, "b", "4"), "3");
        assertEquals(new Refunded(task.refunding(Credits.of("2"))), give("r", "2"));
        assertEquals("available 7, spent 6, granted 10, refunded 3", refunded());
    }

    @Test
    void refundsThatJustExhaustTheChargeAreGivenAndNoneBehindThem() {
        give("r", "2.999999");
        assertEquals(new TooMuch(Credits.of("3"), Credits.of("2.999999")), give("s", "0.000002"));
        assertEquals(new Refunded(task.refunding(Credits.of("3"))), give("t", "0.000001"));
        assertEquals(new TooMuch(Credits.of("3"), Credits.of("3")), give("u", "0.000001"));
        assertEquals("available 10, spent 3, granted 10, refunded 3", refunded());
    }

    @Test
    void moreThanTheChargeAtOnceIsRefusedAndUsesUpNoId() {
        assertEquals(new TooMuch(Credits.of("3"), Credits.ZERO), give("r", "3.000001"));
        assertEquals("available 7, spent 3, granted 10, refunded 0", refunded());
        assertEquals(new Refunded(task.refunding(Credits.of("3"))), give("r", "3"));
    }

    @Test
    void aTaskThatWasReadLongAgoIsRefundedAsItStands() {
        give("r", "1");
        // The version without the first refund.
        assertEquals(new Refunded(task.refunding(Credits.of("3"))), give("s", "2"));
        var opened = submitted(account, "a", "4");
        assertEquals(
                new TooMuch(Credits.of("3"), Credits.of("3")),
                tables.ledger().refund(refund(opened, "t", "2")));
    }

    @Test
    void aTaskThatWasReadBeforeItsEndIsRefundedAsItEnded() {
        var opened = submitted(account, "a", "4");
        assertEquals(
                new Refunded(task.refunding(Credits.of("1"))),
                tables.ledger().refund(refund(opened, "r", "1")));
    }

    @Test
    void aTaskThatHasNotEndedIsNotRefunded() {
        var open = tables.open(submitted(account, "b", "4"));
        assertEquals(new NotCharged(), tables.ledger().refund(refund(open, "r", "1")));
        assertEquals("available 3, spent 3, granted 10, refunded 0", refunded());
    }

    @Test
    void aTaskThatFailedIsNotRefunded() {
        var open = tables.open(submitted(account, "b", "4"));
        var canceled = Settlement.canceled(NOW);
        tables.ledger().settle(open, canceled);
        assertEquals(
                new NotCharged(), tables.ledger().refund(refund(open.ended(canceled), "r", "1")));
    }

    @Test
    void aTaskThatIsGoneIsNotRefunded() {
        var gone =
                submitted(account, "gone", "4").ended(Settlement.completed(Credits.of("3"), NOW));
        assertEquals(new NotCharged(), tables.ledger().refund(refund(gone, "r", "1")));
        assertEquals(Map.of(), tables.taskRow(gone));
    }

    @Test
    void aLaterTaskOfTheSameIdIsNotRefundedInItsPlace() {
        var later = new HashMap<>(tables.taskRow(task));
        later.put("token", AttributeValue.fromS("another"));
        tables.put(Resources.TASKS, later);
        assertEquals(new NotCharged(), give("r", "1"));
    }

    @Test
    void aRefundIntoNoAccountIsNotMadeUp() {
        var row = tables.accountRow(account);
        delete(Map.of("account", row.get("account"), "shard", row.get("shard")));
        assertThrows(BrokenRow.class, () -> give("r", "1"));
        assertEquals(Map.of(), tables.accountRow(account));
        assertEquals(Optional.of(task), tables.find(task));
        tables.put(Resources.ACCOUNTS, row);
    }

    private static void delete(Map<String, AttributeValue> key) {
        tables.dynamoDb().deleteItem(d -> d.tableName(tables.name(Resources.ACCOUNTS)).key(key));
    }

    @Test
    void ofManyEqualRefundsAtOnceExactlyOneIsGiven() {
        var outcomes = Together.<RefundOutcome>run(16, _ -> give("r", "1"));
        assertEquals(1, Together.count(outcomes, Refunded.class));
        assertEquals(15, Together.count(outcomes, RefundedBefore.class));
        assertEquals("available 8, spent 3, granted 10, refunded 1", refunded());
    }

    @Test
    void ofManyRefundsAtOnceThoseAreGivenThatTheChargeSufficesFor() {
        var outcomes = Together.<RefundOutcome>run(16, i -> give("r" + i, "0.5"));
        assertEquals(6, Together.count(outcomes, Refunded.class));
        assertEquals(10, Together.count(outcomes, TooMuch.class));
        assertEquals("available 10, spent 3, granted 10, refunded 3", refunded());
    }

    @Test
    void aRefundWhoseEveryReplyIsLostIsKnownWhenItIsRepeated() {
        var lost = new Wire.Fault.LostReply();
        tables.wire().disturb(lost, lost, lost);
        assertThrows(SdkClientException.class, () -> give("r", "1"));
        assertEquals(new RefundedBefore(Credits.of("1")), give("r", "1"));
        assertEquals("available 8, spent 3, granted 10, refunded 1", refunded());
    }

    @Test
    void aRefundThatMetConflictsIsRepeatedAndGivenOnce() {
        tables.wire().disturb(Wire.cancelled("None", "None", "TransactionConflict", "None"));
        assertEquals(new Refunded(task.refunding(Credits.of("1"))), give("r", "1"));
        assertEquals(2, tables.wire().writes());
        assertEquals("available 8, spent 3, granted 10, refunded 1", refunded());
    }

    @Test
    void aFrozenAccountIsRefunded() {
        tables.ledger().freeze(account, "looked into");
        assertEquals(new Refunded(task.refunding(Credits.of("1"))), give("r", "1"));
    }

    @Test
    void theEntriesOfATaskAreItsSettlementAndItsRefundsOldestFirst() {
        var other = tables.settled(submitted(account, "b", "4"), "3");
        give("s", "1");
        tables.ledger().refund(new Refund(task, "r", Credits.of("0.5"), LATER.plusMillis(1)));
        tables.ledger().refund(refund(other, "t", "1"));
        var entries = tables.ledger().entriesOf(task);
        assertEquals(
                List.of(Kind.SETTLE, Kind.REFUND, Kind.REFUND),
                entries.stream().map(Entry::kind).toList());
        var book =
                tables.entries(account).reversed().stream()
                        .filter(entry -> entry.reference().equals(task.id().value()))
                        .toList();
        assertEquals(book, entries);
    }

    @Test
    void aTaskThatHasNotEndedHasNoEntries() {
        var open = tables.open(submitted(account, "b", "4"));
        assertEquals(List.of(), tables.ledger().entriesOf(open));
    }

    @Test
    void aLaterTaskHasNoRefundsOfAnEarlierOneOfItsId() {
        give("r", "1");
        var later = submitted(account, "a", "4", LATER.plusMillis(1));
        assertEquals(List.of(), tables.ledger().entriesOf(later));
    }
}
