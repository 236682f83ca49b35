package dev.pixapi.local.metric;

import static dev.pixapi.local.metric.CountedOnceTest.counts;
import static dev.pixapi.metric.Metric.CONTENTION;
import static dev.pixapi.metric.Metric.INTERNAL_ERRORS;
import static dev.pixapi.metric.Metric.LEDGER_BREAKS;
import static dev.pixapi.metric.Metric.MESSAGE_FAILURES;
import static dev.pixapi.metric.Metric.SWEEP_FAILURES;
import static dev.pixapi.metric.Metric.TASKS_CANCELED;
import static dev.pixapi.metric.Metric.TASKS_COMPLETED;
import static dev.pixapi.metric.Metric.WRITES_GIVEN_UP;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pixapi.lambda.blueprint.Resources;
import dev.pixapi.lambda.blueprint.Table;
import dev.pixapi.local.metric.MeteredSystem.SimulatedCrash;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Faults of ours, of the tables, and of hands that were at them. */
class TroubleTest {
    private final MeteredSystem system = new MeteredSystem();
    private final MetricLines lines = system.lines();

    @AfterEach
    void stop() {
        system.close();
    }

    @Test
    void aSettlementThatMeetsConflictsAndSucceedsIsContentionAlone() {
        settlementsMeet(3);
        assertEquals(200, system.generate(1).status());
        assertEquals(3, lines.sum(CONTENTION));
        assertEquals(0, lines.sum(WRITES_GIVEN_UP) + lines.sum(INTERNAL_ERRORS));
    }

    @Test
    void aSettlementThatStaysContendedIsGivenUpAndAnsweredWith500() {
        settlementsMeet(9);
        assertEquals(500, system.generate(1).status());
        assertEquals(9, lines.sum(CONTENTION));
        assertEquals(1, lines.sum(WRITES_GIVEN_UP));
        assertEquals(1, lines.sum(INTERNAL_ERRORS));
        assertEquals(0, lines.sum(LEDGER_BREAKS));
    }

    @Test
    void aMessageWhoseWorkFailsIsCountedAndOneThatNamesNoTask() throws InterruptedException {
        settlementsMeet(9);
        system.submit();
        system.await(MESSAGE_FAILURES, 1);
        system.message("Worker", "{}");
        assertEquals(2, lines.sum(MESSAGE_FAILURES));
        assertEquals(0, lines.sum(INTERNAL_ERRORS));
    }

    @Test
    void aSweepThatCannotReadIsASweepFailure() {
        system.beforeTables(
                request -> {
                    if (request instanceof QueryRequest) {
                        throw new IllegalStateException("the index is away");
                    }
                });
        try {
            system.sweep();
        } catch (AssertionError failed) {
            assertEquals(1, lines.sum(SWEEP_FAILURES));
            return;
        }
        throw new AssertionError("the sweep did not fail");
    }

    @Test
    void aCounterThatWasTamperedWithIsABreakAndTheBalanceIsAnsweredAllTheSame()
            throws InterruptedException {
        change(account(), "spent", "7000000");
        assertEquals(200, system.pixapi().get("/v1/credits", system.key()).status());
        awaitTheWatcherToo();
        assertEquals(counts("LEDGER_BREAKS 2"), lines.counts());
    }

    /** Each version of an account's row is looked at, whether somebody reads it or not. */
    private void awaitTheWatcherToo() throws InterruptedException {
        system.await(LEDGER_BREAKS, 2);
    }

    @Test
    void aBalanceThatAddsUpIsNoBreak() {
        assertEquals(200, system.generate(1).status());
        lines.forget();
        assertEquals(200, system.pixapi().get("/v1/credits", system.key()).status());
        assertEquals(counts(), lines.counts());
    }

    @Test
    void aSettlementThatTheAccountCannotHaveHeldIsABreak() throws InterruptedException {
        var held = new AtomicInteger();
        system.beforeTables(
                request -> {
                    if (MeteredSystem.isSettlement(request) && held.incrementAndGet() == 1) {
                        change(account(), "held", "0");
                    }
                });
        assertEquals(500, system.generate(1).status());
        awaitTheWatcherToo();
        assertEquals(1, lines.sum(INTERNAL_ERRORS));
    }

    @Test
    void aTaskThatCannotBeReadIsABreak() {
        var id = system.generate(1).json().string("task_id");
        change(new Row(Resources.TASKS, Map.of("id", text(id))), "hold", "-1");
        lines.forget();
        assertEquals(500, system.pixapi().get("/v1/tasks/" + id, system.key()).status());
        assertEquals(counts("LEDGER_BREAKS 1", "INTERNAL_ERRORS 1"), lines.counts());
    }

    /** One bad row must not keep the sweeper from the holds of all others. */
    @Test
    void aTaskThatCannotBeReadIsPassedByAndTheSweepGoesOn() throws InterruptedException {
        system.queueIsDown(true);
        var broken = new Row(Resources.TASKS, Map.of("id", text(system.submit())));
        change(broken, "hold", "-1");
        change(broken, "due", "1");
        var lost = new Row(Resources.TASKS, Map.of("id", text(system.submit())));
        change(lost, "due", "2");
        system.queueIsDown(false);
        lines.forget();
        var swept = system.pixapi().invoke("Sweeper", Map.of());
        assertEquals(1, swept.number("sent"));
        assertEquals(1, swept.number("failed"));
        assertEquals(1, lines.sum(SWEEP_FAILURES));
        assertEquals(1, lines.sum(LEDGER_BREAKS));
        system.await(TASKS_COMPLETED, 1);
    }

    @Test
    void aKeyWhoseAccountIsGoneIsABreak() throws InterruptedException {
        var row = account();
        system.pixapi()
                .system()
                .servers()
                .dynamoDb()
                .deleteItem(delete -> delete.tableName(name(row.table)).key(row.key));
        assertEquals(500, system.generate(1).status());
        awaitTheWatcherToo();
        assertEquals(counts("LEDGER_BREAKS 2", "INTERNAL_ERRORS 1"), lines.counts());
    }

    @Test
    void aTaskThatItsCallerCanceledIsCountedOnce() {
        system.queueIsDown(true);
        var path = "/v1/tasks/" + system.submit() + "/cancel";
        for (var i = 0; i < 2; i++) {
            assertEquals(200, system.pixapi().post(path, system.key(), Map.of()).status());
        }
        assertEquals(1, lines.sum(TASKS_CANCELED));
    }

    /** The line is written when the process does not come to an answer, too. */
    @Test
    void whatWasCountedIsWrittenThoughTheHandlerThrows() {
        system.beforeTables(
                request -> {
                    if (MeteredSystem.isSettlement(request)) {
                        throw new SimulatedCrash();
                    }
                });
        assertEquals(500, system.generate(1).status());
        assertEquals(counts("TASKS_OPENED 1", "PROVIDER_CALLS 1"), lines.counts());
    }

    private void settlementsMeet(int conflicts) {
        var left = new AtomicInteger(conflicts);
        system.beforeTables(
                request -> {
                    if (MeteredSystem.isSettlement(request) && left.getAndDecrement() > 0) {
                        throw TransactionConflictException.builder().message("a write").build();
                    }
                });
    }

    private record Row(Table table, Map<String, AttributeValue> key) {}

    private Row account() {
        return new Row(
                Resources.ACCOUNTS,
                Map.of("account", text(system.account()), "shard", AttributeValue.fromN("0")));
    }

    /** Past the ledger, as a hand in the console would. */
    private void change(Row row, String attribute, String number) {
        system.pixapi()
                .system()
                .servers()
                .dynamoDb()
                .updateItem(
                        update ->
                                update.tableName(name(row.table))
                                        .key(row.key)
                                        .updateExpression("SET #name = :value")
                                        .expressionAttributeNames(Map.of("#name", attribute))
                                        .expressionAttributeValues(
                                                Map.of(":value", AttributeValue.fromN(number))));
    }

    private String name(Table table) {
        return system.pixapi().system().resources().nameOf(table);
    }

    private static AttributeValue text(String value) {
        return AttributeValue.fromS(value);
    }
}
