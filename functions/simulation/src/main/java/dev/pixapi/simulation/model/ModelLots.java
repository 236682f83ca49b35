package dev.pixapi.simulation.model;

import dev.pixapi.ledger.Credits;
import dev.pixapi.ledger.Grant;
import dev.pixapi.ledger.Lot;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is left of an account's grants that expire, kept the plain way: every charge is taken from
 * the earliest at once. (The adapter attributes charges when somebody needs to know.)
 */
final class ModelLots {
    static final int MOST = 64;

    /** After which the sweeper looks again at what is over and could not expire. */
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final List<Lot> lots = new ArrayList<>();

    /** When the first of them was over, as of the last grant or expiry: charges change nothing. */
    private Optional<Instant> first = Optional.empty();

    private Optional<Instant> look = Optional.empty();

    /** What expires of one grant. */
    record Expiring(String grant, long credits) {}

    void add(Grant grant, Instant expires) {
        lots.add(new Lot(grant.id(), expires, grant.priority(), grant.credits()));
        lots.sort(Lot.ORDER);
        first = next();
        look = first;
    }

    boolean isDue(Instant now) {
        return first.filter(end -> !end.isAfter(now)).isPresent();
    }

    /** When the sweeper looks at them. */
    Optional<Instant> look() {
        return look;
    }

    boolean looks(Instant now) {
        return look.filter(time -> !time.isAfter(now)).isPresent();
    }

    void putOff(Instant now) {
        look = Optional.of(now.plus(PAUSE));
    }

    int size() {
        return lots.size();
    }

    void spend(long charge) {
        var rest = charge;
        for (var i = 0; i < lots.size() && rest > 0; i++) {
            var taken = Math.min(rest, left(i));
            take(i, taken);
            rest -= taken;
        }
        lots.removeIf(lot -> lot.left().millionths() == 0);
    }

    /**
     * Takes out what is over at a time.
     *
     * @param held what tasks hold, which is used from the earliest grants and not taken
     * @param available all that can expire, where an adjustment has left less than the lots
     */
    List<Expiring> expire(Instant now, long held, long available) {
        var reserved = held;
        var most = available;
        var expiring = new ArrayList<Expiring>();
        for (var i = 0; i < lots.size(); i++) {
            var covered = Math.min(reserved, left(i));
            reserved -= covered;
            if (lots.get(i).expires().isAfter(now)) {
                continue;
            }
            var over = left(i) - covered;
            var free = Math.min(most, over);
            most -= free;
            take(i, over);
            if (free > 0) {
                expiring.add(new Expiring(lots.get(i).grant(), free));
            }
        }
        lots.removeIf(lot -> lot.left().millionths() == 0);
        first = next();
        look = first;
        if (isDue(now)) {
            putOff(now);
        }
        return expiring;
    }

    private Optional<Instant> next() {
        return lots.stream().map(Lot::expires).findFirst();
    }

    private long left(int i) {
        return lots.get(i).left().millionths();
    }

    private void take(int i, long credits) {
        var lot = lots.get(i);
        var left = new Credits(lot.left().millionths() - credits);
        lots.set(i, new Lot(lot.grant(), lot.expires(), lot.priority(), left));
    }
}
