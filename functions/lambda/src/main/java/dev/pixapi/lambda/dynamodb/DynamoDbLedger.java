package dev.pixapi.lambda.dynamodb;

import dev.pixapi.account.AccountId;
import dev.pixapi.ledger.AdjustOutcome;
import dev.pixapi.ledger.Adjustment;
import dev.pixapi.ledger.Balance;
import dev.pixapi.ledger.BrokenRow;
import dev.pixapi.ledger.ClaimOutcome;
import dev.pixapi.ledger.ClaimTerms;
import dev.pixapi.ledger.Credits;
import dev.pixapi.ledger.Entry;
import dev.pixapi.ledger.Grant;
import dev.pixapi.ledger.GrantOutcome;
import dev.pixapi.ledger.Ledger;
import dev.pixapi.ledger.OpenOutcome;
import dev.pixapi.ledger.Page;
import dev.pixapi.ledger.Refund;
import dev.pixapi.ledger.RefundOutcome;
import dev.pixapi.ledger.SettleOutcome;
import dev.pixapi.ledger.Settlement;
import dev.pixapi.ledger.Shard;
import dev.pixapi.ledger.Task;
import dev.pixapi.ledger.TaskId;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.Update;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The ledger in DynamoDB. Each operation is one write, conditional and atomic; what a failed
 * condition means is read from the row that the failure brings back, never from a second read.
 */
public final class DynamoDbLedger implements Ledger {
    private final DynamoDbClient client;
    private final Tables tables;
    private final AccountUpdate accounts;
    private final TaskUpdate tasks;
    private final EntryItem entries;
    private final Conflicts conflicts;
    private final AccountReads reads;
    private final Duration resend;

    /**
     * @param resend after which the sweeper first looks at a task that nobody took up
     */
    public DynamoDbLedger(
            DynamoDbClient client, Tables tables, Duration resend, Conflicts conflicts) {
        this.client = client;
        this.tables = tables;
        this.accounts = new AccountUpdate(tables);
        this.tasks = new TaskUpdate(tables);
        this.entries = new EntryItem(tables);
        this.conflicts = conflicts;
        this.reads = new AccountReads(client, tables);
        this.resend = resend;
    }

    @Override
    public void createAccount(AccountId account, long mostTasks) {
        var row =
                Item.of(new HashMap<>(AccountUpdate.key(account)))
                        .put("available", 0)
                        .put("held", 0)
                        .put("spent", 0)
                        .put("granted", 0)
                        .put("expired", 0)
                        .put("refunded", 0)
                        .put("tasks", 0)
                        .put("task_limit", mostTasks);
        try {
            conflicts.retrying(
                    () ->
                            client.putItem(
                                    put ->
                                            put.tableName(tables.accounts())
                                                    .item(row.attributes())
                                                    .conditionExpression(
                                                            "attribute_not_exists(account)")));
        } catch (ConditionalCheckFailedException _) {
            // It is there: creating an account twice is creating it once.
        }
    }

    @Override
    public GrantOutcome grant(Grant grant) {
        try {
            write(
                    update(accounts.grant(grant)),
                    put(entries.grant(grant)),
                    put(entries.grantId(grant)));
            return new GrantOutcome.Granted();
        } catch (TransactionCanceledException cancelled) {
            return failed(cancelled, 2)
                    .map(
                            row ->
                                    (GrantOutcome)
                                            new GrantOutcome.GrantedBefore(EntryItem.credits(row)))
                    .orElseThrow(
                            () ->
                                    failed(cancelled, 0).isPresent()
                                            ? cancelled // There is no such account.
                                            : unexplained(cancelled));
        }
    }

    @Override
    public OpenOutcome open(Task task, int shards) {
        var firstLook = task.progress().leaseEnds().orElse(task.order().created().plus(resend));
        try {
            write(update(accounts.open(task.order())), put(tasks.open(task, firstLook)));
            return new OpenOutcome.Opened(task);
        } catch (TransactionCanceledException cancelled) {
            return failed(cancelled, 1)
                    .map(row -> (OpenOutcome) new OpenOutcome.Exists(TaskItem.read(row)))
                    .or(() -> failed(cancelled, 0).map(row -> refusal(Item.of(row), task)))
                    .orElseThrow(() -> unexplained(cancelled));
        }
    }

    @Override
    public ClaimOutcome claim(TaskId id, ClaimTerms terms) {
        try {
            var row = conflicts.retrying(() -> client.updateItem(tasks.claim(id, terms)));
            return new ClaimOutcome.Claimed(TaskItem.read(row.attributes()));
        } catch (ConditionalCheckFailedException failed) {
            return failed.hasItem() ? unclaimed(failed.item(), terms) : new ClaimOutcome.Unknown();
        }
    }

    @Override
    public boolean renew(Task claimed, Instant leaseEnds) {
        try {
            conflicts.retrying(() -> client.updateItem(tasks.renew(claimed, leaseEnds)));
            return true;
        } catch (ConditionalCheckFailedException _) {
            return false;
        }
    }

    @Override
    public SettleOutcome settle(Task task, Settlement settlement) {
        try {
            write(
                    update(tasks.settle(task, settlement)),
                    update(accounts.settle(task.order(), settlement.charge())),
                    put(entries.settle(task, settlement)));
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

    @Override
    public RefundOutcome refund(Refund refund) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Entry> expire(AccountId account, Instant now) {
        throw new UnsupportedOperationException();
    }

    @Override
    public AdjustOutcome adjust(Adjustment adjustment) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void freeze(AccountId account, String reason) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean unfreeze(AccountId account) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Shard> shards(AccountId account) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean move(AccountId account, int from, int to, Credits credits) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void reshard(AccountId account, int shards) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Balance> balance(AccountId account) {
        return reads.balance(account);
    }

    @Override
    public List<Entry> entries(AccountId account, Page page) {
        return reads.entries(account, page);
    }

    @Override
    public List<Entry> entriesOf(Task task) {
        throw new UnsupportedOperationException();
    }

    private static OpenOutcome refusal(Item account, Task task) {
        if (account.isEmpty()) {
            return new OpenOutcome.NoAccount();
        }
        var available = account.requiredCredits("available");
        return available.compareTo(task.order().hold()) < 0
                ? new OpenOutcome.Insufficient(available)
                : new OpenOutcome.TooManyTasks(account.requiredNumber("task_limit"));
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

    private void write(TransactWriteItem... items) {
        conflicts.retrying(() -> client.transactWriteItems(t -> t.transactItems(items)));
    }

    /** The row that made the condition of one item fail, or empty when it did not fail. */
    private static Optional<Map<String, AttributeValue>> failed(
            TransactionCanceledException cancelled, int index) {
        return cancelled.cancellationReasons().stream()
                .skip(index)
                .findFirst()
                .filter(reason -> "ConditionalCheckFailed".equals(reason.code()))
                .map(CancellationReason::item);
    }

    /**
     * A condition of another row failed than of those that may. Anything else that a write is
     * cancelled for is a fault, of the request or of DynamoDB.
     */
    private static RuntimeException unexplained(TransactionCanceledException cancelled) {
        var failed = "ConditionalCheckFailed";
        return cancelled.cancellationReasons().stream().anyMatch(r -> failed.equals(r.code()))
                ? new BrokenRow("a row that the ledger could not have left", cancelled)
                : cancelled;
    }

    private static TransactWriteItem update(Update update) {
        return TransactWriteItem.builder().update(update).build();
    }

    private static TransactWriteItem put(Put put) {
        return TransactWriteItem.builder().put(put).build();
    }
}
