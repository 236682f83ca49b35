package dev.pixapi.task;

import dev.pixapi.ledger.Credits;
import dev.pixapi.ledger.Shard;

import java.util.List;
import java.util.Optional;

/**
 * What an account had in all, from looks at its rows one after the other. A snapshot of a busy
 * account would meet a write in some row each time; this meets none.
 *
 * <p>Moves are taken out of it: what a row has available, less what moved in, with what moved out,
 * is its own, wherever its credits are. Their sum is the sum of what is available. Of a row, it
 * grows by returned holds, refunds and grants alone, of which the row keeps count. So between the
 * end of a first look and the beginning of a second one, no row had more than at the first look and
 * what came in until the second: where the sum of that is too little, there was a moment at which
 * the account did not have it.
 */
record Glances(List<Shard> first) {
    /** In millionths; as of no one moment, and so no proof. */
    long sum() {
        return first.stream().mapToLong(Glances::own).sum();
    }

    /** Between both looks, the account had at no time more. */
    long most(List<Shard> second) {
        return second.stream().mapToLong(row -> most(before(row), row)).sum();
    }

    /**
     * What a caller reads: the sum, which what is on its way can make look like less than nothing.
     */
    Credits told() {
        return new Credits(Math.max(0, sum()));
    }

    private Optional<Shard> before(Shard row) {
        return first.stream().filter(earlier -> earlier.number() == row.number()).findFirst();
    }

    /** One that is new had nothing. */
    private static long most(Optional<Shard> before, Shard row) {
        var had = before.map(earlier -> own(earlier) - in(earlier)).orElse(0L);
        return had + in(row);
    }

    private static long own(Shard row) {
        return row.balance().available().millionths()
                + row.movedOut().millionths()
                - row.movedIn().millionths();
    }

    private static long in(Shard row) {
        return row.returned().millionths()
                + row.balance().refunded().millionths()
                + row.balance().granted().millionths();
    }
}
