package dev.pixapi.lambda.dynamodb;

import static dev.pixapi.lambda.dynamodb.Transactions.failed;
import static dev.pixapi.lambda.dynamodb.Transactions.item;
import static dev.pixapi.lambda.dynamodb.Transactions.unexplained;

import dev.pixapi.ledger.Refund;
import dev.pixapi.ledger.RefundOutcome;
import dev.pixapi.ledger.Task;
import dev.pixapi.ledger.TaskStatus;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

import java.util.Map;

/** Charges given back, once for each refund id of a task, and never more than was charged. */
final class RefundWrites {
    private final Transactions transactions;
    private final AccountUpdate accounts;
    private final TaskUpdate tasks;
    private final EntryItem entries;
    private final UsedId ids;

    RefundWrites(Tables tables, Transactions transactions) {
        this.transactions = transactions;
        this.accounts = new AccountUpdate(tables);
        this.tasks = new TaskUpdate(tables);
        this.entries = new EntryItem(tables);
        this.ids = new UsedId(entries);
    }

    RefundOutcome refund(Refund refund) {
        try {
            transactions.write(
                    item(ids.of(refund)),
                    item(tasks.refund(refund)),
                    item(accounts.refund(refund)),
                    item(entries.refund(refund)));
            return new RefundOutcome.Refunded(refund.task().refunding(refund.credits()));
        } catch (TransactionCanceledException cancelled) {
            return failed(cancelled, 0)
                    .map(
                            row ->
                                    (RefundOutcome)
                                            new RefundOutcome.RefundedBefore(UsedId.credits(row)))
                    .or(() -> failed(cancelled, 1).map(row -> refusal(row, refund)))
                    .orElseThrow(() -> unexplained(cancelled));
        }
    }

    /**
     * Where another refund came first and this one still fits, it is tried again on the task as it
     * stands: each try that fails is another one's success, so this has an end.
     */
    private RefundOutcome refusal(Map<String, AttributeValue> row, Refund refund) {
        if (row.isEmpty()) {
            return new RefundOutcome.NotCharged();
        }
        var task = TaskItem.read(row);
        if (task.status() != TaskStatus.COMPLETED || !isSame(task, refund.task())) {
            return new RefundOutcome.NotCharged();
        }
        var progress = task.progress();
        if (progress.refunded().plus(refund.credits()).compareTo(progress.charged()) > 0) {
            return new RefundOutcome.TooMuch(progress.charged(), progress.refunded());
        }
        return refund(new Refund(task, refund.id(), refund.credits(), refund.time()));
    }

    private static boolean isSame(Task task, Task other) {
        return task.order().mediaToken().equals(other.order().mediaToken());
    }
}
