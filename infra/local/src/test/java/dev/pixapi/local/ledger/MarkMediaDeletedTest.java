package dev.pixapi.local.ledger;

import static dev.pixapi.local.ledger.TestingLedger.NOW;
import static dev.pixapi.local.ledger.TestingTasks.submitted;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pixapi.account.AccountId;
import dev.pixapi.lambda.blueprint.Resources;
import dev.pixapi.ledger.Order;
import dev.pixapi.ledger.Settlement;
import dev.pixapi.ledger.Task;
import dev.pixapi.media.Retention;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.HashMap;
import java.util.Optional;

/** The note on a task's row that its media were deleted. */
class MarkMediaDeletedTest {
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
    void open() {
        account = tables.account("10");
        task = tables.open(submitted(account, "a", "4"));
    }

    private void end() {
        tables.ledger().settle(task, Settlement.canceled(NOW));
    }

    @Test
    void theFirstTimeStays() {
        end();
        var marked = tables.tasks().markMediaDeleted(task, NOW).orElseThrow();
        assertEquals(Optional.of(NOW), marked.progress().mediaDeleted());
        assertEquals(
                Optional.of(marked), tables.tasks().markMediaDeleted(task, NOW.plusSeconds(9)));
        assertEquals(Optional.of(marked), tables.find(task));
    }

    @Test
    void nothingElseOfTheTaskChanges() {
        end();
        var before = new HashMap<>(tables.taskRow(task));
        tables.tasks().markMediaDeleted(task, NOW);
        var after = new HashMap<>(tables.taskRow(task));
        after.remove("media_deleted");
        assertEquals(before, after);
        tables.audit(account);
    }

    @Test
    void aTaskThatHasNotEndedIsLeft() {
        var before = tables.taskRow(task);
        assertEquals(Optional.empty(), tables.tasks().markMediaDeleted(task, NOW));
        assertEquals(before, tables.taskRow(task));
    }

    @Test
    void aLaterTaskOfTheSameIdIsLeft() {
        end();
        var earlier = new Task(withToken(task.order(), "of an earlier one"), task.progress());
        assertEquals(Optional.empty(), tables.tasks().markMediaDeleted(earlier, NOW));
        assertEquals(Optional.empty(), tables.find(task).orElseThrow().progress().mediaDeleted());
    }

    @Test
    void aTaskThatIsGoneIsNotMadeAgain() {
        var never = submitted(account, "never opened", "1");
        assertEquals(Optional.empty(), tables.tasks().markMediaDeleted(never, NOW));
        assertEquals(Optional.empty(), tables.find(never));
    }

    @Test
    void itIsOneWrite() {
        end();
        tables.wire().disturb();
        tables.tasks().markMediaDeleted(task, NOW);
        assertEquals(1, tables.wire().writes());
    }

    @Test
    void theClassOfRetentionIsKeptOnTheRow() {
        assertEquals(Retention.WEEK, tables.find(task).orElseThrow().order().retention());
    }

    /** Rows from before there were classes. */
    @Test
    void aRowWithoutAClassHasTheLongest() {
        var row = new HashMap<>(tables.taskRow(task));
        assertEquals("7", row.remove("kept_days").n());
        tables.put(Resources.TASKS, row);
        assertEquals(Retention.MONTH, tables.find(task).orElseThrow().order().retention());
    }

    private static Order withToken(Order order, String token) {
        return new Order(
                order.id(),
                order.account(),
                order.key(),
                order.digest(),
                order.path(),
                order.model(),
                order.responseFormat(),
                order.count(),
                order.hold(),
                order.perImage(),
                order.priceVersion(),
                token,
                order.retention(),
                order.created(),
                order.deadline(),
                order.user(),
                order.metadata());
    }
}
