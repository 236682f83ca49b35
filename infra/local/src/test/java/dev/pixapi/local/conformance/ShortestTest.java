package dev.pixapi.local.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pixapi.account.AccountId;
import dev.pixapi.account.Mode;
import dev.pixapi.local.ledger.TestingLedger;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

class ShortestTest {
    private static final AccountId MINE = new AccountId(Mode.TEST, "mine");
    private static final AccountId OTHER = new AccountId(Mode.TEST, "other");

    @Test
    void onlyWhatADifferenceNeedsIsLeft() {
        var steps = IntStream.range(0, 50).mapToObj(ShortestTest::step).toList();
        var needed = List.of(steps.get(8), steps.get(31), steps.get(49));
        assertEquals(needed, Shortest.of(steps, fewer -> fewer.containsAll(needed)));
    }

    @Test
    void otherAccountsAreLeftOutAtOnce() {
        var steps = Stream.of(0, 1, 2, 3).map(ShortestTest::step).toList();
        assertEquals(
                List.of(steps.get(1), steps.get(3)),
                Shortest.of(steps, fewer -> fewer.contains(steps.get(1))));
    }

    private static Step step(int number) {
        var account = number % 2 == 1 ? MINE : OTHER;
        var operation = new Operation("look", account, "" + number, _ -> number);
        return new Step(TestingLedger.NOW, operation, Optional.empty(), List.of());
    }
}
