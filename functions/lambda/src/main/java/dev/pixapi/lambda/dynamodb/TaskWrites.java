package dev.pixapi.lambda.dynamodb;

import static dev.pixapi.lambda.dynamodb.Transactions.failed;
import static dev.pixapi.lambda.dynamodb.Transactions.item;
import static dev.pixapi.lambda.dynamodb.Transactions.unexplained;

import dev.pixapi.ledger.ClaimOutcome;
import dev.pixapi.ledger.ClaimTerms;
import dev.pixapi.ledger.OpenOutcome;
import dev.pixapi.ledger.SettleOutcome;
import dev.pixapi.ledger.Settlement;
import dev.pixapi.ledger.Task;
import dev.pixapi.ledger.TaskId;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** The life of a task, with what it holds: opening, claims, the end. */
final class TaskWrites {
    private final DynamoDbClient client;
    private final Conflicts conflicts;
    private final Transactions transactions;
    private final AccountUpdate accounts;
    private final TaskUpdate tasks;
    private final EntryItem entries;

    TaskWrites(DynamoDbClient client, Tables tables, Conflicts conflicts) {
        this.client = client;
        this.conflicts = conflicts;
        this.transactions = new Transactions(client, conflicts);
        this.accounts = new AccountUpdate(tables);
        this.tasks = new TaskUpdate(tables);
        this.entries = new EntryItem(tables);
    }

    /**
     * @param resend after which the sweeper first looks at a task that nobody took up
     */
    OpenOutcome open(Task task, int shards, Duration resend) {
        var firstLook = task.progress().leaseEnds().orElse(task.order().created().plus(resend));
        try {
            transactions.write(
                    item(accounts.open(task, shards)), item(tasks.open(task, firstLook)));
            return new OpenOutcome.Opened(task);
        } catch (TransactionCanceledException cancelled) {
            return failed(cancelled, 1)
                    .map(row -> (OpenOutcome) new OpenOutcome.Exists(TaskItem.read(row)))
                    .or(() -> failed(cancelled, 0).map(row -> Refusal.of(row, task, shards)))
                    .orElseThrow(() -> unexplained(cancelled));
        }
    }

    ClaimOutcome claim(TaskId id, ClaimTerms terms) {
        try {
            var row = conflicts.retrying(() -> client.updateItem(tasks.claim(id, terms)));
            return new ClaimOutcome.Claimed(TaskItem.read(row.attributes()));
        } catch (ConditionalCheckFailedException failed) {
            return failed.hasItem() ? unclaimed(failed.item(), terms) : new ClaimOutcome.Unknown();
        }
    }

    boolean renew(Task claimed, Instant leaseEnds) {
        try {
            conflicts.retrying(() -> client.updateItem(tasks.renew(claimed, leaseEnds)));
            return true;
        } catch (ConditionalCheckFailedException _) {
            return false;
        }
    }

    SettleOutcome settle(Task task, Settlement settlement) {
        try {
            transactions.write(
                    item(tasks.settle(task, settlement)),
                    item(accounts.settle(task, settlement.charge())),
                    item(entries.settle(task, settlement)));
            return new SettleOutcome.Settled(task.ended(settlement));
        } catch (TransactionCanceledException cancelled) {
            var found =
                    failed(cancelled, 0)
                            .map(TaskItem::read)
                            .orElseThrow(() -> unexplained(cancelled));
            return found.isTerminal()
                    ? new SettleOutcome.Ended(found)
                    : new SettleOutcome.Superseded();
        }
    }

    /** Should the row name this very claim, then only its reply was lost. */
    private static ClaimOutcome unclaimed(Map<String, AttributeValue> row, ClaimTerms terms) {
        var task = TaskItem.read(row);
        if (task.isTerminal()) {
            return new ClaimOutcome.Ended();
        }
        if (Item.of(row).optionalText("runner").filter(terms.runner()::equals).isPresent()) {
            return new ClaimOutcome.Claimed(task);
        }
        return task.progress().isLeased(terms.now())
                ? new ClaimOutcome.Leased()
                : new ClaimOutcome.Exhausted(task);
    }
}
