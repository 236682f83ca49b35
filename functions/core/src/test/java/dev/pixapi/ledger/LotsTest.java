package dev.pixapi.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** What is left of grants that expire, and what of it expires. */
class LotsTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private static Lot lot(String grant, long expires, int priority, long left) {
        return new Lot(grant, START.plusSeconds(expires), priority, new Credits(left));
    }

    private static Lots lots(Lot... lots) {
        return new Lots(List.of(lots), Credits.ZERO);
    }

    @Test
    void theEarliestExpiryIsUsedFirstThenTheLowerPriorityThenTheId() {
        var lots = lots(lot("d", 9, 0, 1), lot("c", 5, 2, 1), lot("b", 5, 1, 1), lot("a", 5, 2, 1));
        assertEquals(List.of("b", "a", "c", "d"), lots.lots().stream().map(Lot::grant).toList());
    }

    @Test
    void chargesAreTakenFromTheFirstLotsToTheMillionth() {
        var lots = lots(lot("a", 5, 0, 10), lot("b", 6, 0, 10)).upTo(new Credits(11));
        assertEquals(new Lots(List.of(lot("b", 6, 0, 9)), new Credits(11)), lots);
        assertEquals(lots, lots.upTo(new Credits(11)));
        assertEquals(List.of(), lots.upTo(new Credits(99)).lots());
    }

    @Test
    void chargesThatAnAdjustmentTookBackAreNotTakenAgain() {
        var lots = lots(lot("a", 5, 0, 10)).upTo(new Credits(4)).upTo(new Credits(1));
        assertEquals(new Lots(List.of(lot("a", 5, 0, 6)), new Credits(1)), lots);
        assertEquals(List.of(lot("a", 5, 0, 4)), lots.upTo(new Credits(3)).lots());
    }

    @Test
    void aLotExpiresAtItsTimeAndNotBefore() {
        var lots = lots(lot("a", 5, 0, 10));
        assertFalse(lots.isDue(START.plusSeconds(5).minusMillis(1)));
        assertTrue(lots.isDue(START.plusSeconds(5)));
        assertFalse(Lots.NONE.isDue(Instant.MAX));
        var early = lots.expire(START.plusSeconds(5).minusMillis(1), Credits.ZERO, new Credits(10));
        assertEquals(new Lots.Expiry(lots, List.of()), early);
        var late = lots.expire(START.plusSeconds(5), Credits.ZERO, new Credits(10));
        assertEquals(new Lots.Expiry(Lots.NONE, lots.lots()), late);
    }

    @Test
    void whatIsHeldIsOfTheFirstLotsAndStays() {
        var lots = lots(lot("a", 5, 0, 10), lot("b", 6, 0, 10), lot("c", 9, 0, 10));
        var expiry = lots.expire(START.plusSeconds(6), new Credits(13), new Credits(50));
        assertEquals(
                List.of(lot("a", 5, 0, 10), lot("b", 6, 0, 3), lot("c", 9, 0, 10)),
                expiry.rest().lots());
        assertEquals(List.of(lot("b", 6, 0, 7)), expiry.expired());
    }

    @Test
    void noMoreExpiresThanIsAvailable() {
        var lots = lots(lot("a", 5, 0, 10), lot("b", 5, 1, 10));
        var expiry = lots.expire(START.plusSeconds(5), Credits.ZERO, new Credits(12));
        assertEquals(List.of(lot("a", 5, 0, 10), lot("b", 5, 1, 2)), expiry.expired());
        assertEquals(List.of(), expiry.rest().lots());
    }

    @Test
    void thereAreSixtyFourLotsAtMost() {
        var lots = Lots.NONE;
        for (var i = 0; i < 64; i++) {
            lots = lots.with(lot("g" + i, 5 + i, 0, 1));
        }
        var full = lots;
        var refused =
                assertThrows(IllegalArgumentException.class, () -> full.with(lot("more", 9, 0, 1)));
        assertEquals(
                "an account has at most 64 grants that expire and are not used up",
                refused.getMessage());
        assertEquals(Optional.of(START.plusSeconds(5)), full.next());
        // One that is used up makes room.
        assertEquals(64, full.upTo(new Credits(1)).with(lot("more", 9, 0, 1)).lots().size());
    }

    /** An account, and a list of what is left of each grant that is written at every charge. */
    private static final class Eager {
        private final List<Lot> left = new ArrayList<>();
        private Instant now = START;
        private long available;
        private long held;
        private long spent;

        private void grant(Lot lot) {
            left.add(lot);
            left.sort(Lot.ORDER);
            available += lot.left().millionths();
        }

        private void charge(long credits) {
            spent += credits;
            for (var i = credits; i > 0 && !left.isEmpty(); i--) {
                var first = left.removeFirst();
                if (first.left().millionths() > 1) {
                    left.addFirst(first.leaving(first.left().minus(new Credits(1))));
                }
            }
        }

        /** Credit by credit: what is due and beyond what tasks hold. */
        private long expire() {
            var due =
                    left.stream()
                            .filter(lot -> !lot.expires().isAfter(now))
                            .mapToLong(lot -> lot.left().millionths())
                            .sum();
            var over = Math.max(0, due - held);
            for (var i = over; i > 0; i--) {
                var last = lastDue();
                var rest = left.remove(last);
                if (rest.left().millionths() > 1) {
                    left.add(last, rest.leaving(rest.left().minus(new Credits(1))));
                }
            }
            available -= over;
            return over;
        }

        private int lastDue() {
            var last = -1;
            while (last + 1 < left.size() && !left.get(last + 1).expires().isAfter(now)) {
                last++;
            }
            return last;
        }
    }

    /** Holds, charges, grants of both kinds, refunds and expiries, in any order. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 20_261_129})
    void chargesThatAreAttributedLateComeToWhatAListKeptAtEveryChargeSays(long seed) {
        var random = new Random(seed);
        var eager = new Eager();
        var lazy = Lots.NONE;
        var expired = 0L;
        for (var step = 0; step < 5_000; step++) {
            switch (random.nextInt(8)) {
                case 0 -> {
                    var end =
                            Instant.ofEpochSecond(
                                    eager.now.getEpochSecond() + 1 + random.nextInt(60));
                    var credits = new Credits(1 + random.nextInt(40));
                    var lot = new Lot("g" + step, end, random.nextInt(3), credits);
                    eager.grant(lot);
                    lazy = lazy.upTo(new Credits(eager.spent)).with(lot);
                }
                case 1 -> eager.available += random.nextInt(6); // Granted for good, or refunded.
                case 2, 3 -> {
                    var hold = random.nextLong(eager.available + 1);
                    eager.available -= hold;
                    eager.held += hold;
                }
                case 4, 5 -> {
                    var hold = random.nextLong(eager.held + 1);
                    var charge = random.nextLong(hold + 1);
                    eager.held -= hold;
                    eager.available += hold - charge;
                    eager.charge(charge);
                }
                case 6 -> eager.now = eager.now.plusSeconds(random.nextInt(10));
                default -> {
                    var expiry =
                            lazy.upTo(new Credits(eager.spent))
                                    .expire(
                                            eager.now,
                                            new Credits(eager.held),
                                            new Credits(eager.available));
                    lazy = expiry.rest();
                    var over =
                            expiry.expired().stream()
                                    .mapToLong(lot -> lot.left().millionths())
                                    .sum();
                    assertEquals(eager.expire(), over, "expired in step " + step);
                    expired += over;
                }
            }
            assertTrue(eager.available >= 0, "available in step " + step);
            assertEquals(eager.left, lazy.upTo(new Credits(eager.spent)).lots(), "step " + step);
        }
        assertTrue(expired > 100, "hardly anything expired");
    }
}
