package dev.pixapi.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pixapi.account.AccountId;
import dev.pixapi.account.Mode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

class CounterCheckTest {
    private static final AccountId ACCOUNT = new AccountId(Mode.LIVE, "acme");

    private static List<String> breaks(Sums counters, Sums before, Sums behind) {
        return new CounterCheck(ACCOUNT, counters, before, behind)
                .breaks().stream().map(Break::what).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "1, 0, 0, 0, spent",
        "0, 1, 0, 0, granted",
        "0, 0, 1, 0, expired",
        "0, 0, 0, 1, refunded"
    })
    void whereNoEntryCameThereIsOneValueForEach(
            long spent, long granted, long expired, long refunded, String name) {
        var counters = new Sums(spent, granted, expired, refunded);
        assertEquals(List.of(), breaks(counters, counters, counters));
        assertEquals(
                List.of(name + " is 0.000001, but the entries come to 0"),
                breaks(counters, Sums.NONE, Sums.NONE));
        assertEquals(
                List.of(name + " is 0, but the entries come to 0.000001"),
                breaks(Sums.NONE, counters, counters));
    }

    @Test
    void whereEntriesCameACounterLiesBetween() {
        var before = new Sums(10, 0, 0, 0);
        var behind = new Sums(12, 0, 0, 0);
        for (var spent = 10; spent <= 12; spent++) {
            assertEquals(List.of(), breaks(new Sums(spent, 0, 0, 0), before, behind));
        }
        for (var spent : new int[] {9, 13}) {
            assertEquals(1, breaks(new Sums(spent, 0, 0, 0), before, behind).size());
        }
    }
}
