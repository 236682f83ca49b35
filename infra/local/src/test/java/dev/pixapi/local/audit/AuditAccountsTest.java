package dev.pixapi.local.audit;

import static dev.pixapi.local.audit.TestingAudit.PRICE;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pixapi.json.Fields;
import dev.pixapi.lambda.blueprint.Resources;
import dev.pixapi.local.audit.TestingAudit.Account;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.time.Duration;
import java.util.List;

/**
 * What the auditor finds in the tables. Where a counter is changed, another one is as well, so that
 * the row adds up and only its neighbours tell.
 */
class AuditAccountsTest {
    private static final Duration LONG = Duration.ofMinutes(16);

    private static TestingAudit system;

    private final Account account = system.account(100);

    @BeforeAll
    static void start() {
        system = new TestingAudit();
    }

    @AfterAll
    static void stop() {
        system.close();
    }

    private void assertFrozenFor(int invariant, Fields audit) {
        assertEquals(List.of((long) invariant), invariants(audit), audit::toString);
        assertTrue(system.isFrozen(account));
        assertEquals("account_frozen", system.generate(account).errorCode());
    }

    private static List<Long> invariants(Fields audit) {
        return audit.objects("breaks").stream()
                .map(one -> one.number("invariant"))
                .distinct()
                .toList();
    }

    @Test
    void whatTheLedgerHasWrittenIsRight() {
        system.charged(account);
        system.settle();
        system.charged(account);
        for (var audit : List.of(system.audit(account), system.audit(account))) {
            assertEquals(List.of(), audit.objects("breaks"));
            assertTrue(audit.flag("exact", false));
            assertFalse(audit.has("unchecked") || audit.has("suspected"), audit::toString);
        }
        assertFalse(system.isFrozen(account));
    }

    @ParameterizedTest
    @CsvSource({
        "spent, 1, available, -1",
        "spent, -1, available, 1",
        "granted, 1, available, 1",
        "granted, -1, available, -1",
        "expired, 1, available, -1",
        "refunded, 1, available, 1",
    })
    void aCounterThatTheEntriesDoNotComeToIsABreak(String a, long byA, String b, long byB) {
        system.charged(account);
        system.settle();
        assertEquals(List.of(), invariants(system.audit(account)));
        var row = system.row(account);
        row.put(a, plus(row.get(a), byA));
        row.put(b, plus(row.get(b), byB));
        system.put(Resources.ACCOUNTS, row);
        assertFrozenFor(4, system.audit(account));
        var frozen = system.row(account);
        frozen.remove("frozen");
        assertEquals(row, frozen);
    }

    private static AttributeValue plus(AttributeValue number, long by) {
        return AttributeValue.fromN(Long.toString(Long.parseLong(number.n()) + by));
    }

    @Test
    void anEntryThatIsGoneIsABreakBeforeItWasAuditedAndBehindInAWholeAudit() {
        var first = system.charged(account);
        system.settle();
        assertEquals(List.of(), invariants(system.audit(account)));
        var other = system.account(100);
        system.deleteEntry(system.settlement(other, system.charged(other)));
        assertEquals(List.of(4L), system.broken(other));
        system.deleteEntry(system.settlement(account, first));
        assertFrozenFor(4, system.auditWhole(account));
    }

    @Test
    void aSecondSettlementOfATaskIsABreakThoughItChargesNothing() {
        var task = system.charged(account);
        var second = system.settlement(account, task);
        var id = second.get("id").s();
        second.put("id", AttributeValue.fromS(id.substring(0, id.length() - 1) + "0"));
        second.put("credits", AttributeValue.fromN("0"));
        system.put(Resources.ENTRIES, second);
        system.settle();
        var audit = system.audit(account);
        assertTrue(audit.toString().contains(task + " has two settle entries"), audit::toString);
        assertTrue(system.isFrozen(account));
    }

    /** Long after the first, which nobody reads any more. */
    @Test
    void aSecondSettlementOfATaskOfAnotherTimeIsABreak() {
        var task = system.charged(account);
        system.settle();
        system.audit(account);
        var second = system.settlement(account, task);
        var next = system.settlement(account, system.charged(account));
        var id = next.get("id").s();
        second.put("id", AttributeValue.fromS(id.substring(0, id.length() - 1) + "0"));
        second.put("time", next.get("time"));
        second.put("credits", AttributeValue.fromN("0"));
        system.put(Resources.ENTRIES, second);
        system.settle();
        var audit = system.audit(account);
        assertTrue(audit.toString().contains("of another time than the end"), audit::toString);
        assertTrue(system.isFrozen(account));
    }

    @ParameterizedTest
    @CsvSource({"charged, 1, 4", "charged, -1, 4", "hold, 1, 5", "ended, 1, 5"})
    void aTaskThatIsOtherThanItsEntryIsABreak(String attribute, long by, int invariant) {
        system.addToTask(system.charged(account), attribute, by);
        system.settle();
        assertFrozenFor(invariant, system.audit(account));
    }

    @Test
    void aTaskThatHasComeBackBehindItsSettlementIsABreak() {
        var task = system.charged(account);
        var row = system.taskRow(task);
        row.put("status", AttributeValue.fromS("processing"));
        system.put(Resources.TASKS, row);
        system.settle();
        assertTrue(invariants(system.audit(account)).contains(5L));
    }

    @Test
    void moreChargedThanHeldIsABreak() {
        var task = system.charged(account);
        var entry = system.settlement(account, task);
        entry.put("held", AttributeValue.fromN("1"));
        system.put(Resources.ENTRIES, entry);
        system.settle();
        assertFrozenFor(5, system.audit(account));
    }

    @Test
    void anEntryThatCannotBeReadIsABreak() {
        var entry = system.settlement(account, system.charged(account));
        entry.remove("credits");
        system.put(Resources.ENTRIES, entry);
        assertFrozenFor(2, system.audit(account));
    }

    /** The index of tasks may lag behind; what it does not know for long is not there. */
    @Test
    void aHoldThatNoTaskHasIsABreakWhenItIsFoundForLong() {
        var row = system.row(account);
        row.put("available", plus(row.get("available"), -PRICE));
        row.put("held", plus(row.get("held"), PRICE));
        row.put("tasks", plus(row.get("tasks"), 1));
        system.put(Resources.ACCOUNTS, row);
        var first = system.audit(account);
        assertEquals(List.of(), invariants(first));
        assertTrue(first.string("suspected").startsWith("shard 0 holds 4 for 1 tasks"));
        assertFalse(system.isFrozen(account));
        system.pass(LONG);
        assertFrozenFor(3, system.audit(account));
    }

    @Test
    void aSuspicionThatWasNoneIsForgotten() {
        system.add(account, "tasks", 1);
        assertTrue(system.audit(account).has("suspected"));
        system.add(account, "tasks", -1);
        system.pass(LONG);
        assertFalse(system.audit(account).has("suspected"));
        system.add(account, "tasks", 1);
        assertEquals(List.of(), invariants(system.audit(account)));
    }

    @Test
    void aTaskWhoseHoldIsNotInTheRowIsABreak() {
        var task = system.taskRow(system.charged(account));
        task.put("id", AttributeValue.fromS("task_00000000000000000000000000"));
        task.put("status", AttributeValue.fromS("submitted"));
        task.put("due_shard", AttributeValue.fromS("0"));
        task.put("due", AttributeValue.fromN("4000000000000"));
        task.put("deadline", AttributeValue.fromN("4000000000000"));
        task.remove("ended");
        task.remove("expires");
        system.put(Resources.TASKS, task);
        assertTrue(system.audit(account).has("suspected"));
        system.pass(LONG);
        assertFrozenFor(3, system.audit(account));
    }

    @Test
    void aRunAuditsEveryAccountAndFreezesThoseThatAreBroken() {
        system.charged(account);
        system.settle();
        var broken = system.account(100);
        system.deleteEntry(
                system.book(broken).stream()
                        .filter(row -> row.containsKey("kind"))
                        .findFirst()
                        .orElseThrow());
        var run = system.run();
        assertTrue(run.number("audited") >= 2, run::toString);
        assertEquals(0, run.number("failed"));
        assertTrue(system.isFrozen(broken));
        assertFalse(system.isFrozen(account));
    }
}
