package dev.pixapi.simulation.check;

import static dev.pixapi.simulation.check.Books.hold;

import dev.pixapi.account.AccountId;
import dev.pixapi.ledger.Entry;
import dev.pixapi.ledger.Entry.Kind;
import dev.pixapi.simulation.world.Plan.Order;
import dev.pixapi.simulation.world.World;

import java.util.List;

/** Credits expire when their time is over, not before, and never more than were granted. */
final class Expiries {
    private static final int EXPIRED = 15;

    private final World world;

    Expiries(World world) {
        this.world = world;
    }

    void check() {
        for (var account : world.accounts()) {
            var book = world.ledger().book(account);
            book.stream().filter(e -> e.kind() == Kind.EXPIRE).forEach(e -> check(account, e));
            var due = world.ledger().expiring(world.end(), Integer.MAX_VALUE);
            hold(!due.contains(account) || isFrozen(account), 7, book);
        }
    }

    private boolean isFrozen(AccountId account) {
        return world.ledger().shards(account).getFirst().frozen().isPresent();
    }

    private void check(AccountId account, Entry expiry) {
        var grant =
                world.ledger().book(account).stream()
                        .filter(e -> e.kind() == Kind.GRANT)
                        .filter(e -> e.reference().equals(expiry.reference()))
                        .findFirst()
                        .orElseThrow();
        var lives = lives(account, expiry.reference());
        var shortest = lives.stream().filter(life -> life > 0).min(Long::compare);
        hold(shortest.isPresent(), EXPIRED, expiry);
        // Two clocks may be off, either way.
        var slack = 2 * world.plan().skew();
        var least = grant.time().plusMillis(shortest.get() - slack);
        hold(!expiry.time().isBefore(least), EXPIRED, expiry);
        hold(expiry.credits().compareTo(grant.credits()) <= 0, EXPIRED, expiry);
    }

    private List<Long> lives(AccountId account, String id) {
        return world.plan().orders().stream()
                .filter(order -> world.accounts().get(order.account()).equals(account))
                .filter(order -> order.id().equals(id))
                .map(Order::life)
                .toList();
    }
}
