package dev.pixapi.audit;

import dev.pixapi.account.AccountId;
import dev.pixapi.ledger.Credits;

import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/**
 * What an account's entries come to, against its counters. These were read between two readings of
 * the entries: a counter is at least what the first of them came to, and at most what the second
 * did. Where no entry came between, that leaves one value.
 */
record CounterCheck(AccountId account, Sums counters, Sums before, Sums behind) {
    private record Counter(String name, ToLongFunction<Sums> value) {}

    private static final List<Counter> COUNTERS =
            List.of(
                    new Counter("spent", Sums::spent),
                    new Counter("granted", Sums::granted),
                    new Counter("expired", Sums::expired),
                    new Counter("refunded", Sums::refunded));

    List<Break> breaks() {
        return COUNTERS.stream().flatMap(this::breaks).toList();
    }

    private Stream<Break> breaks(Counter counter) {
        var found = counter.value.applyAsLong(counters);
        var least = counter.value.applyAsLong(before);
        var most = counter.value.applyAsLong(behind);
        return found >= least && found <= most
                ? Stream.empty()
                : Stream.of(new Break(account, 4, text(counter.name, found, least, most)));
    }

    private static String text(String name, long found, long least, long most) {
        var expected = least == most ? credits(least) : credits(least) + " to " + credits(most);
        return "%s is %s, but the entries come to %s".formatted(name, credits(found), expected);
    }

    private static String credits(long millionths) {
        return new Credits(millionths).toString();
    }
}
