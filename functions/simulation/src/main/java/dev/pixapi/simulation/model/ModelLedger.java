package dev.pixapi.simulation.model;

import dev.pixapi.account.AccountId;
import dev.pixapi.ledger.AccountStore;
import dev.pixapi.ledger.AdjustOutcome;
import dev.pixapi.ledger.Adjustment;
import dev.pixapi.ledger.Balance;
import dev.pixapi.ledger.Changes;
import dev.pixapi.ledger.ClaimOutcome;
import dev.pixapi.ledger.ClaimTerms;
import dev.pixapi.ledger.Credits;
import dev.pixapi.ledger.Entry;
import dev.pixapi.ledger.Entry.Kind;
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
import dev.pixapi.ledger.TaskStatus;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the ledger is meant to do, said as plainly as Java allows: every operation happens at once
 * and whole. The adapter to DynamoDB is held against it, operation by operation, and the simulator
 * runs the use cases on it.
 */
public final class ModelLedger implements Ledger, AccountStore {
    private final Map<AccountId, ModelAccount> accounts = new LinkedHashMap<>();
    private final ModelTasks tasks;
    private final Duration resend;

    /**
     * @param tasks the table that it shares with the store of tasks
     * @param resend after which the sweeper first looks at a task that nobody took up
     */
    public ModelLedger(ModelTasks tasks, Duration resend) {
        this.tasks = tasks;
        this.resend = resend;
    }

    @Override
    public void createAccount(AccountId account, long mostTasks) {
        accounts.computeIfAbsent(account, id -> new ModelAccount(id, mostTasks));
    }

    @Override
    public GrantOutcome grant(Grant grant) {
        var account = existing(grant.account());
        var before = account.grants.get(grant.id());
        if (before != null) {
            return new GrantOutcome.GrantedBefore(before);
        }
        if (grant.expires().isPresent() && account.lots.size() >= ModelLots.MOST) {
            throw new IllegalArgumentException("too many grants that expire");
        }
        account.grants.put(grant.id(), grant.credits());
        account.shards.getFirst().grant(grant.credits().millionths());
        grant.expires().ifPresent(end -> account.lots.add(grant, end));
        account.enter(Kind.GRANT, grant.credits().millionths(), grant.id(), grant.time());
        return new GrantOutcome.Granted();
    }

    @Override
    public OpenOutcome open(Task task, int shards) {
        var order = task.order();
        var earlier = tasks.find(task.id(), order.created());
        if (earlier.isPresent()) {
            return new OpenOutcome.Exists(earlier.get());
        }
        var account = accounts.get(order.account());
        if (account == null || task.shard() >= account.shards.size()) {
            return new OpenOutcome.NoAccount();
        }
        if (account.frozen.isPresent()) {
            return new OpenOutcome.Frozen();
        }
        if (account.shards.size() != shards) {
            return new OpenOutcome.Resharded(account.shards.size());
        }
        var shard = account.shards.get(task.shard());
        if (shard.available < order.hold().millionths()) {
            return new OpenOutcome.Insufficient(new Credits(shard.available));
        }
        if (shard.tasks >= shard.mostTasks) {
            return new OpenOutcome.TooManyTasks(shard.mostTasks);
        }
        shard.hold(order.hold().millionths());
        tasks.put(task, task.progress().leaseEnds().orElse(order.created().plus(resend)));
        return new OpenOutcome.Opened(task);
    }

    @Override
    public ClaimOutcome claim(TaskId id, ClaimTerms terms) {
        var row = tasks.row(id);
        if (row.isEmpty()) {
            return new ClaimOutcome.Unknown();
        }
        var task = row.get().task();
        if (task.isTerminal()) {
            return new ClaimOutcome.Ended(task);
        }
        var isLeased = task.progress().isLeased(terms.now());
        var isExhausted =
                task.progress().attempts() >= terms.mostAttempts()
                        || !task.order().deadline().isAfter(terms.now());
        if (!isLeased && !isExhausted) {
            return new ClaimOutcome.Claimed(tasks.claim(row.get(), terms));
        }
        if (row.get().runner().equals(terms.runner())) {
            return new ClaimOutcome.Claimed(task);
        }
        return isLeased ? new ClaimOutcome.Leased() : new ClaimOutcome.Exhausted(task);
    }

    @Override
    public boolean renew(Task claimed, Instant leaseEnds) {
        var found = tasks.row(claimed.id()).map(ModelTask::task);
        if (found.filter(task -> task.status() == TaskStatus.PROCESSING).isEmpty()) {
            return false;
        }
        if (found.get().progress().fence() != claimed.progress().fence()) {
            return false;
        }
        tasks.renew(found.get(), leaseEnds);
        return true;
    }

    @Override
    public SettleOutcome settle(Task task, Settlement settlement) {
        var found = tasks.row(task.id()).orElseThrow().task();
        if (found.isTerminal()) {
            return new SettleOutcome.Ended(found);
        }
        if (found.progress().fence() != task.progress().fence()) {
            return new SettleOutcome.Superseded();
        }
        var account = existing(found.order().account());
        var charge = settlement.charge().millionths();
        account.shards.get(found.shard()).settle(found.order().hold().millionths(), charge);
        account.lots.spend(charge);
        account.enter(Kind.SETTLE, charge, task.id().value(), settlement.time());
        tasks.end(found.ended(settlement));
        return new SettleOutcome.Settled(task.ended(settlement));
    }

    @Override
    public RefundOutcome refund(Refund refund) {
        var task = refund.task();
        var known = Optional.ofNullable(accounts.get(task.order().account()));
        if (known.isEmpty()) {
            return new RefundOutcome.NotCharged();
        }
        var account = known.get();
        var key = task.id() + " " + refund.id();
        var before = account.refunds.get(key);
        if (before != null) {
            return new RefundOutcome.RefundedBefore(before);
        }
        var found = tasks.row(task.id()).map(ModelTask::task).filter(same -> isSame(same, task));
        if (found.filter(same -> same.status() == TaskStatus.COMPLETED).isEmpty()) {
            return new RefundOutcome.NotCharged();
        }
        var progress = found.get().progress();
        var left = progress.charged().minus(progress.refunded());
        if (left.compareTo(refund.credits()) < 0) {
            return new RefundOutcome.TooMuch(progress.charged(), progress.refunded());
        }
        account.refunds.put(key, refund.credits());
        account.shards.get(found.get().shard()).refund(refund.credits().millionths());
        account.enter(
                Kind.REFUND,
                refund.credits().millionths(),
                task.id().value(),
                Optional.of(refund.id()),
                Changes.NONE,
                refund.time());
        return new RefundOutcome.Refunded(tasks.refund(found.get(), refund.credits()));
    }

    /** The token tells a task from a later one of the same id. */
    private static boolean isSame(Task one, Task other) {
        return one.order().mediaToken().equals(other.order().mediaToken());
    }

    @Override
    public List<Entry> expire(AccountId id, Instant now) {
        var account = accounts.get(id);
        if (account == null || !account.lots.isDue(now)) {
            return List.of();
        }
        if (account.frozen.isPresent()) {
            account.lots.putOff(now);
            return List.of();
        }
        var from = account.entries.size();
        for (var over : account.lots.expire(now, account.held(), account.available())) {
            account.expire(over.credits());
            account.enter(Kind.EXPIRE, over.credits(), over.grant(), now);
        }
        return List.copyOf(account.entries.subList(from, account.entries.size()));
    }

    @Override
    public AdjustOutcome adjust(Adjustment adjustment) {
        var known = Optional.ofNullable(accounts.get(adjustment.account()));
        if (known.isEmpty()) {
            return new AdjustOutcome.NotFrozen();
        }
        var account = known.get();
        var before = account.adjustments.get(adjustment.id());
        if (before != null) {
            return new AdjustOutcome.AdjustedBefore(before);
        }
        if (account.frozen.isEmpty() || adjustment.shard() >= account.shards.size()) {
            return new AdjustOutcome.NotFrozen();
        }
        if (!account.shards.get(adjustment.shard()).adjust(adjustment.changes())) {
            return new AdjustOutcome.BelowNothing();
        }
        account.lots.spend(Math.max(0, adjustment.changes().spent()));
        account.adjustments.put(adjustment.id(), adjustment.changes());
        account.enter(
                Kind.ADJUST,
                0,
                adjustment.id(),
                Optional.empty(),
                adjustment.changes(),
                adjustment.time());
        return new AdjustOutcome.Adjusted();
    }

    @Override
    public void freeze(AccountId account, String reason) {
        var found = existing(account);
        found.frozen = found.frozen.or(() -> Optional.of(reason));
    }

    @Override
    public boolean unfreeze(AccountId account) {
        var frozen = Optional.ofNullable(accounts.get(account)).filter(a -> a.frozen.isPresent());
        frozen.ifPresent(found -> found.frozen = Optional.empty());
        return frozen.isPresent();
    }

    @Override
    public List<Shard> shards(AccountId id) {
        var account = accounts.get(id);
        return account == null
                ? List.of()
                : account.shards.stream().map(shard -> shard.snapshot(account.frozen)).toList();
    }

    @Override
    public boolean move(AccountId id, int from, int to, Credits credits) {
        if (from == to) {
            throw new IllegalArgumentException("credits move from one shard to another");
        }
        var account = accounts.get(id);
        if (account == null
                || account.frozen.isPresent()
                || Math.max(from, to) >= account.shards.size()
                || account.shards.get(from).available < credits.millionths()) {
            return false;
        }
        account.shards.get(from).available -= credits.millionths();
        account.shards.get(from).movedOut += credits.millionths();
        account.shards.get(to).available += credits.millionths();
        account.shards.get(to).movedIn += credits.millionths();
        return true;
    }

    @Override
    public void reshard(AccountId id, int shards) {
        var rows = existing(id).shards;
        var most = rows.stream().mapToLong(shard -> shard.mostTasks).sum();
        while (rows.size() < shards) {
            rows.add(new ModelShard(rows.size(), 0));
        }
        for (var shard : rows) {
            shard.mostTasks = most / rows.size() + (shard.number < most % rows.size() ? 1 : 0);
        }
    }

    @Override
    public Optional<Balance> balance(AccountId id) {
        return shards(id).stream().map(Shard::balance).reduce(ModelLedger::sum);
    }

    private static Balance sum(Balance one, Balance other) {
        return new Balance(
                one.available().plus(other.available()),
                one.held().plus(other.held()),
                one.spent().plus(other.spent()),
                one.granted().plus(other.granted()),
                one.expired().plus(other.expired()),
                one.refunded().plus(other.refunded()));
    }

    @Override
    public List<Entry> entries(AccountId account, Page page) {
        return Optional.ofNullable(accounts.get(account)).stream()
                .flatMap(found -> found.entries.stream())
                .sorted(Comparator.comparing(Entry::time).reversed())
                .dropWhile(e -> page.after().filter(last -> !last.equals(e.id())).isPresent())
                .skip(page.after().isPresent() ? 1 : 0)
                .limit(page.limit())
                .toList();
    }

    @Override
    public List<Entry> entriesOf(Task task) {
        return Optional.ofNullable(accounts.get(task.order().account())).stream()
                .flatMap(account -> account.entries.stream())
                .filter(entry -> isOf(task, entry))
                .sorted(Comparator.comparing(Entry::time))
                .toList();
    }

    /** And not of an earlier task of the same id. */
    private static boolean isOf(Task task, Entry entry) {
        return entry.reference().equals(task.id().value())
                && switch (entry.kind()) {
                    case SETTLE -> task.progress().ended().filter(entry.time()::equals).isPresent();
                    case REFUND -> !entry.time().isBefore(task.order().created());
                    case GRANT, EXPIRE, ADJUST -> false;
                };
    }

    /** All entries, in the order in which they were made. */
    public List<Entry> book(AccountId account) {
        return existing(account).entries;
    }

    @Override
    public List<AccountId> expiring(Instant now, int limit) {
        return accounts.values().stream()
                .filter(account -> account.lots.looks(now))
                .sorted(Comparator.comparing(account -> account.lots.look().orElseThrow()))
                .limit(limit)
                .map(account -> account.id)
                .toList();
    }

    @Override
    public Part all(Optional<String> after, int limit) {
        return new Part(List.copyOf(accounts.keySet()), Optional.empty());
    }

    private ModelAccount existing(AccountId account) {
        return Optional.ofNullable(accounts.get(account)).orElseThrow();
    }
}
