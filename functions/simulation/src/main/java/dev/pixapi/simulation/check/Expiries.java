package dev.pixapi.simulation.check;

import static dev.pixapi.simulation.check.Books.hold;

import dev.pixapi.account.AccountId;
import dev.pixapi.ledger.Entry;
import dev.pixapi.ledger.Entry.Kind;
import dev.pixapi.ledger.TaskId;
import dev.pixapi.simulation.world.Plan.Order;
import dev.pixapi.simulation.world.World;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Credits expire when their time is over, not before, and no more of a grant than nobody has used.
 * It knows none of the ledger's lots: it reads the book from its beginning, and takes every charge
 * from the grant that expires first.
 */
final class Expiries {
    private static final int EXPIRED = 15;

    private final World world;

    Expiries(World world) {
        this.world = world;
    }

    void check() {
        var due = world.ledger().expiring(world.end(), Integer.MAX_VALUE);
        for (var account : world.accounts()) {
            read(account);
            hold(!due.contains(account) || isFrozen(account), 7, world.ledger().book(account));
        }
    }

    private boolean isFrozen(AccountId account) {
        return world.ledger().shards(account).getFirst().frozen().isPresent();
    }

    private void read(AccountId account) {
        var lots = new Lots(world.plan().skew());
        var book = world.ledger().book(account);
        for (var i = 0; i < book.size(); i++) {
            var entry = book.get(i);
            switch (entry.kind()) {
                case GRANT -> lots.grant(entry, life(account, entry.reference()));
                case SETTLE -> lots.spend(entry.credits().millionths());
                case EXPIRE -> lots.expire(entry, honoured(book, i));
                case REFUND, ADJUST -> {
                    // What is given back never expires.
                }
            }
        }
    }

    /** What tasks that were open at an entry are charged behind it: their holds are honoured. */
    private long honoured(List<Entry> book, int at) {
        return book.subList(at + 1, book.size()).stream()
                .filter(entry -> entry.kind() == Kind.SETTLE)
                .filter(entry -> openedBehind(entry) <= at)
                .mapToLong(entry -> entry.credits().millionths())
                .sum();
    }

    private int openedBehind(Entry settlement) {
        return world.witness().openedBehind(new TaskId(settlement.reference()));
    }

    /** Milliseconds; 0 for good. */
    private long life(AccountId account, String id) {
        return world.plan().orders().stream()
                .filter(order -> world.accounts().get(order.account()).equals(account))
                .filter(order -> order.id().equals(id))
                .mapToLong(Order::life)
                .findFirst()
                .orElseThrow();
    }

    /** What is left of grants that expire. */
    private static final class Lots {
        private final List<Left> left = new ArrayList<>();
        private final long skew;

        private static final class Left {
            private final String grant;
            private final long expires;
            private long credits;

            Left(String grant, long expires, long credits) {
                this.grant = grant;
                this.expires = expires;
                this.credits = credits;
            }
        }

        Lots(long skew) {
            this.skew = skew;
        }

        void grant(Entry entry, long life) {
            if (life > 0) {
                var expires = entry.time().toEpochMilli() + life;
                left.add(new Left(entry.reference(), expires, entry.credits().millionths()));
                left.sort(
                        Comparator.comparingLong((Left lot) -> lot.expires)
                                .thenComparing(lot -> lot.grant));
            }
        }

        void spend(long credits) {
            var rest = credits;
            for (var lot : left) {
                var taken = Math.min(rest, lot.credits);
                lot.credits -= taken;
                rest -= taken;
            }
        }

        void expire(Entry entry, long honoured) {
            var reserved = honoured;
            for (var lot : left) {
                var covered = Math.min(reserved, lot.credits);
                reserved -= covered;
                if (lot.grant.equals(entry.reference())) {
                    hold(entry.credits().millionths() <= lot.credits - covered, EXPIRED, entry);
                }
            }
            var lot = left.stream().filter(l -> l.grant.equals(entry.reference())).findFirst();
            hold(lot.isPresent(), EXPIRED, entry);
            // Two clocks may be off, either way.
            hold(entry.time().toEpochMilli() + 2 * skew >= lot.get().expires, EXPIRED, entry);
            lot.get().credits -= entry.credits().millionths();
        }
    }
}
