package dev.pixapi.lambda.dynamodb;

import dev.pixapi.account.AccountId;
import dev.pixapi.ledger.AdjustOutcome;
import dev.pixapi.ledger.Adjustment;
import dev.pixapi.ledger.Balance;
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
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The ledger in DynamoDB. Each operation is one write, conditional and atomic; what a failed
 * condition means is read from the row that the failure brings back, never from a second read.
 */
public final class DynamoDbLedger implements Ledger {
    private final DynamoDbClient client;
    private final Tables tables;
    private final Conflicts conflicts;
    private final Duration resend;
    private final Transactions transactions;
    private final TaskWrites tasks;
    private final AccountReads accounts;
    private final EntryReads entries;

    /**
     * @param resend after which the sweeper first looks at a task that nobody took up
     */
    public DynamoDbLedger(
            DynamoDbClient client, Tables tables, Duration resend, Conflicts conflicts) {
        this.client = client;
        this.tables = tables;
        this.conflicts = conflicts;
        this.resend = resend;
        this.transactions = new Transactions(client, conflicts);
        this.tasks = new TaskWrites(client, tables, conflicts);
        this.accounts = new AccountReads(client, tables, conflicts);
        this.entries = new EntryReads(client, tables);
    }

    @Override
    public void createAccount(AccountId account, long mostTasks) {
        var row = AccountRow.empty(account, 0, mostTasks).attributes();
        try {
            conflicts.retrying(
                    () ->
                            client.putItem(
                                    put ->
                                            put.tableName(tables.accounts())
                                                    .item(row)
                                                    .conditionExpression(
                                                            "attribute_not_exists(account)")));
        } catch (ConditionalCheckFailedException _) {
            // It is there: creating an account twice is creating it once.
        }
    }

    @Override
    public GrantOutcome grant(Grant grant) {
        return new GrantWrites(client, tables, conflicts).grant(grant);
    }

    @Override
    public OpenOutcome open(Task task, int shards) {
        return tasks.open(task, shards, resend);
    }

    @Override
    public ClaimOutcome claim(TaskId id, ClaimTerms terms) {
        return tasks.claim(id, terms);
    }

    @Override
    public boolean renew(Task claimed, Instant leaseEnds) {
        return tasks.renew(claimed, leaseEnds);
    }

    @Override
    public SettleOutcome settle(Task task, Settlement settlement) {
        return tasks.settle(task, settlement);
    }

    @Override
    public RefundOutcome refund(Refund refund) {
        return new RefundWrites(tables, transactions).refund(refund);
    }

    @Override
    public List<Entry> expire(AccountId account, Instant now) {
        return new ExpiryWrites(client, tables, conflicts).expire(account, now);
    }

    @Override
    public AdjustOutcome adjust(Adjustment adjustment) {
        return new CorrectionWrites(tables, transactions).adjust(adjustment);
    }

    @Override
    public void freeze(AccountId account, String reason) {
        new FreezeWrites(tables, transactions).freeze(account, reason);
    }

    @Override
    public boolean unfreeze(AccountId account) {
        return new FreezeWrites(tables, transactions).unfreeze(account);
    }

    @Override
    public List<Shard> shards(AccountId account) {
        return accounts.shards(account);
    }

    @Override
    public List<Shard> glance(AccountId account) {
        return accounts.glance(account);
    }

    @Override
    public boolean move(AccountId account, int from, int to, Credits credits) {
        return new ShardWrites(client, tables, conflicts).move(account, from, to, credits);
    }

    @Override
    public void reshard(AccountId account, int shards) {
        new ShardWrites(client, tables, conflicts).reshard(account, shards);
    }

    @Override
    public Optional<Balance> balance(AccountId account) {
        return accounts.balance(account);
    }

    @Override
    public List<Entry> entries(AccountId account, Page page) {
        return entries.entries(account, page);
    }

    @Override
    public List<Entry> entriesOf(Task task) {
        return entries.entriesOf(task);
    }
}
