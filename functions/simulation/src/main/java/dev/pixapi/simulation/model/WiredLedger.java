package dev.pixapi.simulation.model;

import dev.pixapi.account.AccountId;
import dev.pixapi.ledger.AccountStore;
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
import dev.pixapi.simulation.fault.Step;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The model of the ledger behind the wire. */
public final class WiredLedger implements Ledger, AccountStore {
    private final ModelLedger model;
    private final Wire wire;
    private final Witness witness;

    public WiredLedger(ModelLedger model, Wire wire, Witness witness) {
        this.model = model;
        this.wire = wire;
        this.witness = witness;
    }

    @Override
    public void createAccount(AccountId account, long mostTasks) {
        wire.run(Step.ADMINISTER, "create", () -> model.createAccount(account, mostTasks));
    }

    @Override
    public GrantOutcome grant(Grant grant) {
        return wire.step(Step.GRANT, "grant", () -> model.grant(grant));
    }

    @Override
    public OpenOutcome open(Task task, int shards) {
        return wire.step(Step.OPEN, "open", () -> opened(task, shards));
    }

    @Override
    public ClaimOutcome claim(TaskId id, ClaimTerms terms) {
        return wire.step(Step.CLAIM, "claim", () -> claimed(id, terms));
    }

    @Override
    public boolean renew(Task claimed, Instant leaseEnds) {
        return wire.step(Step.RENEW, "renew", () -> renewed(claimed, leaseEnds));
    }

    @Override
    public SettleOutcome settle(Task task, Settlement settlement) {
        return wire.step(Step.SETTLE, "settle", () -> settled(task, settlement));
    }

    private OpenOutcome opened(Task task, int shards) {
        var outcome = model.open(task, shards);
        if (outcome instanceof OpenOutcome.Opened) {
            witness.opens(task.id(), model.book(task.order().account()).size());
        }
        if (outcome instanceof OpenOutcome.Opened && task.progress().attempts() > 0) {
            witness.takes(task.id());
        }
        return outcome;
    }

    private ClaimOutcome claimed(TaskId id, ClaimTerms terms) {
        var outcome = model.claim(id, terms);
        if (outcome instanceof ClaimOutcome.Claimed) {
            witness.takes(id);
        }
        return outcome;
    }

    private boolean renewed(Task claimed, Instant leaseEnds) {
        var renewed = model.renew(claimed, leaseEnds);
        if (renewed) {
            witness.movesOn(claimed.id());
        }
        return renewed;
    }

    private SettleOutcome settled(Task task, Settlement settlement) {
        var outcome = model.settle(task, settlement);
        if (outcome instanceof SettleOutcome.Settled) {
            witness.movesOn(task.id());
        }
        return outcome;
    }

    @Override
    public RefundOutcome refund(Refund refund) {
        return wire.step(Step.REFUND, "refund", () -> model.refund(refund));
    }

    @Override
    public List<Entry> expire(AccountId account, Instant now) {
        return wire.step(Step.EXPIRE, "expire", () -> model.expire(account, now));
    }

    @Override
    public AdjustOutcome adjust(Adjustment adjustment) {
        return wire.step(Step.ADMINISTER, "adjust", () -> model.adjust(adjustment));
    }

    @Override
    public void freeze(AccountId account, String reason) {
        wire.run(Step.ADMINISTER, "freeze", () -> model.freeze(account, reason));
    }

    @Override
    public boolean unfreeze(AccountId account) {
        return wire.step(Step.ADMINISTER, "unfreeze", () -> model.unfreeze(account));
    }

    @Override
    public List<Shard> shards(AccountId account) {
        return wire.step(Step.READ, "shards", () -> model.shards(account));
    }

    @Override
    public boolean move(AccountId account, int from, int to, Credits credits) {
        return wire.step(Step.MOVE, "move", () -> model.move(account, from, to, credits));
    }

    @Override
    public void reshard(AccountId account, int shards) {
        wire.run(Step.ADMINISTER, "reshard", () -> model.reshard(account, shards));
    }

    @Override
    public Optional<Balance> balance(AccountId account) {
        return wire.step(Step.READ, "balance", () -> model.balance(account));
    }

    @Override
    public List<Entry> entries(AccountId account, Page page) {
        return wire.step(Step.READ, "entries", () -> model.entries(account, page));
    }

    @Override
    public List<Entry> entriesOf(Task task) {
        return wire.step(Step.READ, "entries of a task", () -> model.entriesOf(task));
    }

    @Override
    public List<AccountId> expiring(Instant now, int limit) {
        return wire.step(Step.READ, "expiring", () -> model.expiring(now, limit));
    }

    @Override
    public Part all(Optional<String> after, int limit) {
        return wire.step(Step.READ, "accounts", () -> model.all(after, limit));
    }
}
