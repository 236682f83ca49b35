package dev.pixapi.local.conformance;

import dev.pixapi.account.AccountId;
import dev.pixapi.ledger.Credits;
import dev.pixapi.ledger.Shard;
import dev.pixapi.ledger.Task;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Draws the next step of a sequence, in no order that makes sense. */
final class Draws {
    private static final int ADJUSTMENTS = 4;
    private static final int MOST_SHARDS = 4;
    private static final int COUNTERS = 6;

    /** As many as the first shard of one that is split takes, and one more. */
    private static final int MOST_TASKS = 4;

    private static final int OVERTAKEN_BY_FREEZE = 0;
    private static final int OVERTAKEN_BY_UNFREEZE = 1;
    private static final int OVERTAKEN_BY_RESHARD = 2;

    private final Deque<Supplier<Operation>> planned = new ArrayDeque<>();
    private final Deque<Supplier<Step>> urgent = new ArrayDeque<>();

    /** What has to be met, and hardly is by chance. */
    private final Deque<Supplier<Step>> tour = new ArrayDeque<>();

    private final Known known;
    private final TaskOperations tasks;
    private final AccountOperations accounts;
    private final Looks looks;
    private final Disturbances disturbances;

    /**
     * @param lasting an account that gets no credits that expire
     */
    Draws(Known known, AccountId lasting) {
        this.known = known;
        this.tasks = new TaskOperations(known);
        this.accounts = new AccountOperations(known, lasting);
        this.looks = new Looks(known);
        this.disturbances = new Disturbances(known.random());
    }

    /** Of what comes first. */
    void create(AccountId account) {
        urgent.add(() -> alone(accounts.createAccount(account)));
        urgent.add(() -> grantedTwice(account));
        urgent.add(() -> alone(accounts.createAccount(account)));
    }

    /**
     * What comes next, before anything by chance.
     *
     * @param one that is split, and whose tasks are used again
     * @param other that is frozen while others write
     */
    void tour(AccountId one, AccountId other) {
        tour.add(() -> alone(accounts.grant(one)));
        tour.add(() -> alone(accounts.repeated(one)));
        tour.add(this::usedAgain);
        tour.add(() -> frozenMeanwhile(other));
        tour.add(() -> alone(accounts.adjustUp(other, "up")));
        tour.add(() -> alone(accounts.freeze(other)));
        tour.add(() -> alone(accounts.adjustUp(other, "up")));
        tour.add(() -> alone(accounts.adjustUp(other, "up")));
        for (var counter = 0; counter < COUNTERS; counter++) {
            tour.add(() -> alone(accounts.adjustTooMuch(other)));
        }
        tour.add(() -> alone(accounts.unfreeze(other)));
        tour.add(() -> reshardedMeanwhile(one, OVERTAKEN_BY_RESHARD));
        tour.add(() -> reshardedMeanwhile(one, OVERTAKEN_BY_RESHARD));
        tour.add(() -> reshardedMeanwhile(other, OVERTAKEN_BY_FREEZE));
        tour.add(() -> reshardedMeanwhile(other, OVERTAKEN_BY_UNFREEZE));
        tour.add(() -> alone(accounts.move(one, 0, MOST_SHARDS + 1, Credits.ZERO)));
        tour.add(() -> alone(accounts.freeze(one)));
        tour.add(() -> alone(accounts.move(one, 0, 1, Credits.ZERO)));
        tour.add(() -> alone(tasks.open(tasks.task(one, Credits.ZERO), shards(one).size())));
        tour.add(() -> alone(accounts.unfreeze(one)));
        tour.add(() -> alone(tasks.open(tasks.task(one, Credits.ZERO), 1)));
        tour.add(() -> alone(tasks.open(tasks.task(one, Credits.ZERO), 2)));
        for (var task = 0; task < MOST_TASKS; task++) {
            tour.add(() -> alone(tasks.open(tasks.task(one, Credits.ZERO), shards(one).size())));
        }
        tour.add(() -> tooLate(tasks.task(other, Credits.ZERO), shards(other).size()));
    }

    private Step tooLate(Task task, int shards) {
        urgent.add(
                () -> {
                    known.now = known.now.plus(Tasks.DEADLINE);
                    return alone(tasks.claim(task.id()));
                });
        return alone(tasks.open(task, shards));
    }

    Step next() {
        known.now = known.now.plus(pause());
        if (!urgent.isEmpty()) {
            return urgent.remove().get();
        }
        if (!tour.isEmpty()) {
            return tour.remove().get();
        }
        if (known.oneIn(10)) {
            return rare();
        }
        var operation = planned.isEmpty() || known.oneIn(2) ? operation() : planned.remove().get();
        return alone(operation);
    }

    private Step alone(Operation operation) {
        return new Step(known.now, operation, Optional.empty(), disturbances.of(operation));
    }

    /** Seconds; now and then past a deadline, a grant's time, or the days that rows are kept. */
    private Duration pause() {
        var longer =
                switch (known.random().nextInt(100)) {
                    case 0, 1 -> Duration.ofDays(91);
                    case 2 -> Duration.ofDays(known.random().nextInt(40));
                    case 3, 4, 5 -> Duration.ofMinutes(known.random().nextInt(20));
                    default -> Duration.ZERO;
                };
        return longer.plusMillis(1 + known.random().nextInt(10_000));
    }

    private Operation operation() {
        return switch (known.random().nextInt(50)) {
            case 0, 1, 2, 3, 4, 5, 6, 7 -> tasks.open();
            case 8, 9, 10, 11, 12, 13 -> tasks.claim();
            case 14, 15, 16 -> with(tasks.target(), tasks::renew);
            case 17, 18, 19, 20, 21, 22, 23 -> with(tasks.target(), tasks::settle);
            case 24, 25, 26 -> with(tasks.due(), tasks::fail);
            case 27, 28 -> with(tasks.charged(), tasks::refund);
            case 29, 30 -> with(known.anyVersion(), tasks::refund);
            case 31 -> with(tasks.target(), tasks::postpone);
            case 32 -> with(tasks.due(), tasks::postpone);
            case 33, 34 -> with(known.anyVersion(), tasks::markMediaDeleted);
            case 35, 36, 37, 38 -> accounts.grant(known.account());
            case 39, 40 -> accounts.expire(expiring());
            case 41, 42 -> freeze(known.account());
            case 43 -> accounts.adjust(known.account());
            case 44 -> known.oneIn(2) ? accounts.createAccount(known.account()) : unfreeze();
            case 45, 46 -> accounts.move(known.account());
            case 47 -> reshard();
            default -> looks.any(tasks.target());
        };
    }

    private Operation with(Optional<Task> task, Function<Task, Operation> operation) {
        return task.map(operation).orElseGet(tasks::open);
    }

    /** And, among other things, what an operator does then. */
    private Operation freeze(AccountId account) {
        for (var i = 0; i < ADJUSTMENTS; i++) {
            planned.add(() -> accounts.adjust(account));
        }
        planned.add(() -> accounts.move(account));
        planned.add(() -> accounts.unfreeze(account));
        planned.add(() -> accounts.adjust(account));
        return accounts.freeze(account);
    }

    private Operation unfreeze() {
        return accounts.unfreeze(known.account());
    }

    private List<Shard> shards(AccountId account) {
        return known.model().ledger().shards(account);
    }

    private AccountId expiring() {
        var over = known.model().accounts().expiring(known.now, 10);
        return over.isEmpty() || known.oneIn(4) ? known.account() : known.any(over);
    }

    /** To as many as there are, or fewer, which changes nothing; or to a few more. */
    private Operation reshard() {
        var account = known.account();
        return accounts.reshard(account, known.oneIn(8) ? MOST_SHARDS : 1);
    }

    private Step rare() {
        var account = known.account();
        return switch (known.random().nextInt(6)) {
            case 0 -> frozenMeanwhile(account);
            case 1 -> usedAgain();
            case 2 ->
                    shards(account).size() < MOST_SHARDS
                            ? reshardedMeanwhile(account, known.random().nextInt(3))
                            : overtaken();
            default -> overtaken();
        };
    }

    private Step usedAgain() {
        new UsedAgain(known, tasks).steps().forEach(next -> urgent.add(() -> alone(next.get())));
        return urgent.isEmpty() ? alone(accounts.grant(known.account())) : urgent.remove().get();
    }

    /** One shard more, while the account is frozen, or no longer is, or gets another one. */
    private Step reshardedMeanwhile(AccountId account, int overtaking) {
        var more = shards(account).size() + 1;
        if (overtaking == OVERTAKEN_BY_UNFREEZE) {
            urgent.add(() -> alone(accounts.freeze(account)));
        }
        urgent.add(
                () ->
                        new Step(
                                known.now,
                                accounts.reshard(account, more),
                                Optional.of(
                                        switch (overtaking) {
                                            case OVERTAKEN_BY_FREEZE -> accounts.freeze(account);
                                            case OVERTAKEN_BY_UNFREEZE ->
                                                    accounts.unfreeze(account);
                                            default -> accounts.reshard(account, more);
                                        }),
                                List.of()));
        urgent.add(() -> alone(Looks.shards(account)));
        urgent.add(() -> alone(accounts.unfreeze(account)));
        return urgent.remove().get();
    }

    /** Another write comes between what is read and what is written of it. */
    private Step overtaken() {
        var account = expiring();
        var overtaking = overtaking(account);
        var overtaken = known.oneIn(3) ? accounts.again(account) : accounts.expire(account);
        return new Step(known.now, overtaken, Optional.of(overtaking), List.of());
    }

    private Operation overtaking(AccountId account) {
        var shards = shards(account);
        var available = shards.isEmpty() ? Credits.ZERO : shards.getFirst().balance().available();
        return available.equals(Credits.ZERO) || known.oneIn(2)
                ? accounts.expiring(account)
                : tasks.open(account, available, 0, shards.size());
    }

    /**
     * Freezes an account while its credits expire: those of a grant that was made right before, of
     * more than is held, so that some do.
     */
    private Step frozenMeanwhile(AccountId account) {
        urgent.add(
                () ->
                        new Step(
                                known.now,
                                accounts.expire(account),
                                Optional.of(accounts.freeze(account)),
                                List.of()));
        urgent.add(() -> alone(accounts.unfreeze(account)));
        var held = shards(account).stream().mapToLong(s -> s.balance().held().millionths()).sum();
        return alone(accounts.brief(account, new Credits(held + 1)));
    }

    /** At once, when there is no lot of it yet. */
    private Step grantedTwice(AccountId account) {
        var overtaking = accounts.expiring(account);
        return new Step(known.now, accounts.expiring(account), Optional.of(overtaking), List.of());
    }
}
