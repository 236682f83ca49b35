package dev.pixapi.simulation.model;

import dev.pixapi.ledger.Credits;
import dev.pixapi.ledger.Grant;
import dev.pixapi.ledger.Lot;

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

    private final List<Lot> lots = new ArrayList<>();

    /** What expires of one grant. */
    record Expiring(String grant, long credits) {}

    void add(Grant grant, Instant expires) {
        lots.add(new Lot(grant.id(), expires, grant.priority(), grant.credits()));
        lots.sort(Lot.ORDER);
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
     */
    List<Expiring> expire(Instant now, long held) {
        var reserved = held;
        var expiring = new ArrayList<Expiring>();
        for (var i = 0; i < lots.size(); i++) {
            var covered = Math.min(reserved, left(i));
            reserved -= covered;
            var free = left(i) - covered;
            if (!lots.get(i).expires().isAfter(now) && free > 0) {
                expiring.add(new Expiring(lots.get(i).grant(), free));
                take(i, free);
            }
        }
        lots.removeIf(lot -> lot.left().millionths() == 0);
        return expiring;
    }

    Optional<Instant> next() {
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
