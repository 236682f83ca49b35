package dev.pixapi.local.conformance;

import dev.pixapi.account.AccountId;
import dev.pixapi.ledger.ClaimOutcome.Claimed;
import dev.pixapi.ledger.ClaimOutcome.Exhausted;
import dev.pixapi.ledger.OpenOutcome.Exists;
import dev.pixapi.ledger.OpenOutcome.Opened;
import dev.pixapi.ledger.RefundOutcome.Refunded;
import dev.pixapi.ledger.SettleOutcome.Ended;
import dev.pixapi.ledger.SettleOutcome.Settled;
import dev.pixapi.ledger.Task;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** What callers, runners and operators know: versions of tasks, most of them old by now. */
final class Known {
    private static final int MOST = 60;

    private final RandomGenerator random;
    private final List<AccountId> accounts;
    private final Side model;

    /** Every version of a task that an operation returned, but for the oldest. */
    private final List<Task> versions = new ArrayList<>();

    /** Of tasks whose id another one has now. No runner lives as long as that takes. */
    private final List<Task> bygone = new ArrayList<>();

    Instant now;

    Known(RandomGenerator random, List<AccountId> accounts, Side model, Instant now) {
        this.random = random;
        this.accounts = accounts;
        this.model = model;
        this.now = now;
    }

    RandomGenerator random() {
        return random;
    }

    Side model() {
        return model;
    }

    List<AccountId> accounts() {
        return accounts;
    }

    AccountId account() {
        return accounts.get(random.nextInt(accounts.size()));
    }

    boolean oneIn(int chances) {
        return random.nextInt(chances) == 0;
    }

    <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    /** Mostly one of the last versions, now and then an old one; empty before the first. */
    Optional<Task> version() {
        var last = oneIn(3) ? 2 : 8;
        var from = oneIn(4) ? 0 : Math.max(0, versions.size() - last);
        return versions.isEmpty()
                ? Optional.empty()
                : Optional.of(versions.get(random.nextInt(from, versions.size())));
    }

    /** As {@link #version}, but it may be one of before the id was used again. */
    Optional<Task> anyVersion() {
        return !bygone.isEmpty() && oneIn(3) ? Optional.of(any(bygone)) : version();
    }

    void learn(Object outcome) {
        switch (outcome) {
            case Opened(var task) -> opened(task);
            case Exists(var task) -> add(task);
            case Claimed(var task) -> add(task);
            case Exhausted(var task) -> add(task);
            case Settled(var task) -> add(task);
            case Ended(var task) -> add(task);
            case Refunded(var task) -> add(task);
            case Optional<?> found ->
                    found.filter(Task.class::isInstance).map(Task.class::cast).ifPresent(this::add);
            default -> {}
        }
    }

    private void opened(Task task) {
        var earlier = versions.stream().filter(one -> one.id().equals(task.id())).toList();
        versions.removeAll(earlier);
        bygone.addAll(earlier);
        bygone.subList(0, Math.max(0, bygone.size() - MOST)).clear();
        add(task);
    }

    private void add(Task task) {
        versions.add(task);
        if (versions.size() > MOST) {
            versions.removeFirst();
        }
    }
}
