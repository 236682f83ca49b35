package dev.pixapi.local.conformance;

import dev.pixapi.account.AccountId;
import dev.pixapi.ledger.Adjustment;
import dev.pixapi.ledger.Balance;
import dev.pixapi.ledger.Changes;
import dev.pixapi.ledger.Credits;
import dev.pixapi.ledger.Grant;
import dev.pixapi.ledger.Shard;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is done to accounts. */
final class AccountOperations {
    /** In which nothing ever expires: there, charges may be adjusted downwards (docs/ledger.md). */
    private final Set<AccountId> lasting = new HashSet<>();

    private final Known known;
    private int numbered;
    private int fixed;
    private int excess;

    AccountOperations(Known known, AccountId lasting) {
        this.known = known;
        this.lasting.add(lasting);
    }

    Operation createAccount(AccountId account) {
        var most = 4 + known.random().nextInt(4);
        return of(
                "createAccount",
                account,
                "for " + most + " tasks",
                side -> {
                    side.ledger().createAccount(account, most);
                    return "done";
                });
    }

    /** Of credits that stay, or that expire within a minute, hours or weeks. */
    Operation grant(AccountId account) {
        return known.oneIn(2) ? grant(account, Optional.empty()) : expiring(account);
    }

    Operation expiring(AccountId account) {
        if (lasting.contains(account)) {
            return grant(account, Optional.empty());
        }
        var seconds = known.any(List.of(30, 100, 1_000, 10_000, 2_000_000));
        return grant(account, Optional.of(Duration.ofSeconds(1 + known.random().nextInt(seconds))));
    }

    /** Of credits that expire at once, by a new id. */
    Operation brief(AccountId account, Credits credits) {
        var life = Optional.of(Duration.ofMillis(1)).filter(_ -> !lasting.contains(account));
        return grant(account, ++numbered, credits, life);
    }

    /** By the id that was given last. */
    Operation repeated(AccountId account) {
        return grant(account, numbered, new Credits(1_000_000), Optional.empty());
    }

    /** As {@link #expiring}, perhaps by the very id that was given last. */
    Operation again(AccountId account) {
        numbered -= known.random().nextInt(2);
        return expiring(account);
    }

    private Operation grant(AccountId account, Optional<Duration> life) {
        var credits = new Credits(known.random().nextLong(1, 5_000_000));
        var number = known.oneIn(4) ? known.random().nextInt(numbered + 1) : ++numbered;
        return grant(account, number, credits, life);
    }

    private Operation grant(
            AccountId account, int number, Credits credits, Optional<Duration> life) {
        var now = known.now;
        return grant(
                new Grant(
                        account,
                        "grant-" + number,
                        credits,
                        now,
                        life.map(now::plus),
                        known.random().nextInt(3)));
    }

    private static Operation grant(Grant grant) {
        return of("grant", grant.account(), grant.toString(), side -> side.ledger().grant(grant));
    }

    Operation expire(AccountId account) {
        var now = known.now;
        return of("expire", account, "at " + now, side -> side.ledger().expire(account, now));
    }

    Operation freeze(AccountId account) {
        var reason = "reason " + numbered++;
        return of(
                "freeze",
                account,
                reason,
                side -> {
                    side.ledger().freeze(account, reason);
                    return "done";
                });
    }

    Operation unfreeze(AccountId account) {
        return of("unfreeze", account, "", side -> side.ledger().unfreeze(account));
    }

    /** Mostly from one shard to another that is there. */
    Operation move(AccountId account) {
        var shards = known.model().ledger().shards(account);
        var from = known.random().nextInt(shards.size() + 1);
        var to = known.random().nextInt(shards.size() + 1);
        var most = shards.stream().mapToLong(s -> s.balance().available().millionths()).sum();
        var credits = new Credits(known.random().nextLong(most / Math.max(1, shards.size()) + 2));
        return move(account, from, to, credits);
    }

    Operation move(AccountId account, int from, int to, Credits credits) {
        return of(
                "move",
                account,
                "%s from %d to %d".formatted(credits, from, to),
                side -> side.ledger().move(account, from, to, credits));
    }

    Operation reshard(AccountId account, int shards) {
        return of(
                "reshard",
                account,
                "to " + shards,
                side -> {
                    side.ledger().reshard(account, shards);
                    return "done";
                });
    }

    Operation adjust(AccountId account) {
        var shards = known.model().ledger().shards(account);
        var shard = known.random().nextInt(shards.size() + 1);
        var balance =
                shards.stream().filter(s -> s.number() == shard).map(Shard::balance).findAny();
        var changes =
                balance.filter(_ -> known.oneIn(2)).map(this::tooMuch).orElse(changes(account));
        return adjust(account, shard, changes);
    }

    /** Of the first shard, which must be there. */
    Operation adjustTooMuch(AccountId account) {
        var first = known.model().ledger().shards(account).getFirst();
        return adjust(account, 0, tooMuch(first.balance()));
    }

    /** Of the first shard, by an id of its own. */
    Operation adjustUp(AccountId account, String id) {
        return adjust(account, 0, new Changes(1, 0, 0, 1, 0, 0), id);
    }

    private Operation adjust(AccountId account, int shard, Changes changes) {
        return adjust(account, shard, changes, "fix-" + (known.oneIn(4) ? fixed : ++fixed));
    }

    private Operation adjust(AccountId account, int shard, Changes changes, String id) {
        var adjustment = new Adjustment(account, shard, id, changes, known.now);
        return of(
                "adjust", account, adjustment.toString(), side -> side.ledger().adjust(adjustment));
    }

    /** Of two counters, so that they still add up. */
    private Changes changes(AccountId account) {
        var x = known.random().nextLong(1, 1_000_000);
        return switch (known.random().nextInt(lasting.contains(account) ? 8 : 7)) {
            case 0 -> new Changes(x, 0, 0, x, 0, 0);
            case 1 -> new Changes(-x, 0, 0, -x, 0, 0);
            case 2 -> new Changes(-x, 0, x, 0, 0, 0);
            case 3 -> new Changes(x, 0, 0, 0, -x, 0);
            case 4 -> new Changes(-x, 0, 0, 0, x, 0);
            case 5 -> new Changes(x, 0, 0, 0, 0, x);
            case 6 -> new Changes(-x, 0, 0, 0, 0, -x);
            default -> new Changes(x, 0, -x, 0, 0, 0);
        };
    }

    /** By one more than there is, of one counter after the other. */
    private Changes tooMuch(Balance b) {
        return switch (excess++ % 6) {
            case 0 -> new Changes(more(b.available()), 0, 0, 0, 0, 0);
            case 1 -> new Changes(0, more(b.held()), 0, 0, 0, 0);
            case 2 -> new Changes(0, 0, more(b.spent()), 0, 0, 0);
            case 3 -> new Changes(0, 0, 0, more(b.granted()), 0, 0);
            case 4 -> new Changes(0, 0, 0, 0, more(b.expired()), 0);
            default -> new Changes(0, 0, 0, 0, 0, more(b.refunded()));
        };
    }

    private static long more(Credits counter) {
        return -counter.millionths() - 1;
    }

    private static Operation of(
            String kind, AccountId account, String arguments, Operation.Call call) {
        return new Operation(kind, account, arguments, call);
    }
}
