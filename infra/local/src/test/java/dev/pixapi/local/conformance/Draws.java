package dev.pixapi.local.conformance;

import dev.pixapi.account.AccountId;
import dev.pixapi.ledger.Credits;
import dev.pixapi.ledger.Grant;
import dev.pixapi.ledger.Shard;
import dev.pixapi.ledger.Task;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Draws the next step of a sequence, in no order that makes sense. */
final class Draws {
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

    Step created(AccountId account) {
        var operation = accounts.createAccount(account);
        return new Step(known.now, operation, Optional.empty(), List.of());
    }

    Step next() {
        known.now = known.now.plus(pause());
        if (known.oneIn(20)) {
            return overtaken();
        }
        var operation = operation();
        return new Step(known.now, operation, Optional.empty(), disturbances.of(operation));
    }

    /** Seconds; now and then past a deadline, a grant's time, or the days that rows are kept. */
    private Duration pause() {
        var longer =
                switch (known.random().nextInt(100)) {
                    case 0 -> Duration.ofDays(91);
                    case 1 -> Duration.ofDays(known.random().nextInt(40));
                    case 2, 3, 4 -> Duration.ofMinutes(known.random().nextInt(20));
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
            case 41 -> known.oneIn(2) ? accounts.freeze(known.account()) : unfreeze();
            case 42 -> known.oneIn(4) ? accounts.createAccount(known.account()) : unfreeze();
            case 43, 44 -> accounts.adjust(frozen());
            default -> looks.any(tasks.target());
        };
    }

    private Operation with(Optional<Task> task, Function<Task, Operation> operation) {
        return task.map(operation).orElseGet(tasks::open);
    }

    private Operation unfreeze() {
        return accounts.unfreeze(frozen());
    }

    /** One that is, if any is. */
    private AccountId frozen() {
        var account = known.account();
        return isFrozen(account) ? account : known.account();
    }

    private boolean isFrozen(AccountId account) {
        return shards(account).stream().anyMatch(shard -> shard.frozen().isPresent());
    }

    private List<Shard> shards(AccountId account) {
        return known.model().ledger().shards(account);
    }

    private AccountId expiring() {
        var over = known.model().accounts().expiring(known.now, 10);
        return over.isEmpty() || known.oneIn(4) ? known.account() : known.any(over);
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
}
