package dev.pixapi.audit;

import dev.pixapi.ledger.Balance;
import dev.pixapi.ledger.Shard;

import java.util.List;

/**
 * What the entries of an account come to, or what its counters say, in millionths of a credit.
 *
 * <p>An adjustment adds nothing: it puts the counters right, and what is right is what all other
 * entries come to. If it counted, whatever it corrects would stay wrong by just as much.
 */
public record Sums(long spent, long granted, long expired, long refunded) {
    public static final Sums NONE = new Sums(0, 0, 0, 0);

    static Sums of(List<Shard> rows) {
        return rows.stream().map(Shard::balance).map(Sums::of).reduce(NONE, Sums::plus);
    }

    private static Sums of(Balance balance) {
        return new Sums(
                balance.spent().millionths(),
                balance.granted().millionths(),
                balance.expired().millionths(),
                balance.refunded().millionths());
    }

    private static Sums of(BookLine line) {
        var credits = line.entry().credits().millionths();
        return switch (line.entry().kind()) {
            case SETTLE -> new Sums(credits, 0, 0, 0);
            case GRANT -> new Sums(0, credits, 0, 0);
            case EXPIRE -> new Sums(0, 0, credits, 0);
            case REFUND -> new Sums(0, 0, 0, credits);
            case ADJUST -> NONE;
        };
    }

    Sums plus(List<BookLine> lines) {
        return lines.stream().map(Sums::of).reduce(this, Sums::plus);
    }

    private Sums plus(Sums more) {
        return new Sums(
                Math.addExact(spent, more.spent),
                Math.addExact(granted, more.granted),
                Math.addExact(expired, more.expired),
                Math.addExact(refunded, more.refunded));
    }
}
