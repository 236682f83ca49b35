package dev.pixapi.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pixapi.account.AccountId;
import dev.pixapi.account.Mode;
import dev.pixapi.ledger.Balance;
import dev.pixapi.ledger.Credits;
import dev.pixapi.ledger.Shard;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Optional;

class RowCheckTest {
    private static final AccountId ACCOUNT = new AccountId(Mode.LIVE, "acme");

    /** available, held, spent, expired, moved out; granted, refunded, moved in. */
    private static Shard row(long tasks, long... counters) {
        var balance =
                new Balance(
                        new Credits(counters[0]),
                        new Credits(counters[1]),
                        new Credits(counters[2]),
                        new Credits(counters[5]),
                        new Credits(counters[3]),
                        new Credits(counters[6]));
        return new Shard(
                3,
                balance,
                new Credits(counters[7]),
                new Credits(counters[4]),
                tasks,
                100,
                Optional.empty());
    }

    private static List<Integer> broken(Shard row) {
        return RowCheck.of(ACCOUNT, row).stream().map(Break::invariant).toList();
    }

    @Test
    void aRowThatAddsUpIsNoBreak() {
        assertEquals(List.of(), broken(row(1, 10, 20, 30, 40, 50, 70, 5, 75)));
        assertEquals(List.of(), broken(row(0, 0, 0, 0, 0, 0, 0, 0, 0)));
        // What costs nothing is held for by a task, too.
        assertEquals(List.of(), broken(row(1, 0, 0, 0, 0, 0, 0, 0, 0)));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7})
    void anyCounterThatIsAMillionthMoreOrLessIsABreak(int changed) {
        for (var by : new int[] {-1, 1}) {
            var counters = new long[] {10, 20, 30, 40, 50, 70, 5, 75};
            counters[changed] += by;
            assertEquals(List.of(1), broken(row(1, counters)));
        }
    }

    @Test
    void aBreakSaysWhatIsWrong() {
        assertEquals(
                "live:acme breaks invariant 1: shard 3 has available 0.00001 + held 0 + spent 0 +"
                    + " expired 0 + moved out 0, but granted 0.000009 + refunded 0 + moved in 0",
                RowCheck.of(ACCOUNT, row(0, 10, 0, 0, 0, 0, 9, 0, 0)).getFirst().toString());
    }

    @Test
    void lessThanNoTaskIsABreak() {
        assertEquals(List.of(2), broken(row(-1, 0, 0, 0, 0, 0, 0, 0, 0)));
    }

    @Test
    void whatIsHeldForNoTaskIsABreak() {
        assertEquals(List.of(3), broken(row(0, 0, 1, 0, 0, 0, 1, 0, 0)));
    }
}
