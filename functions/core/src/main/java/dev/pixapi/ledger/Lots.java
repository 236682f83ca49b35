package dev.pixapi.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is left of an account's grants that expire. No charge writes it: what was spent since is
 * taken from the lots when somebody needs to know, in the order in which they are used. That order
 * changes at grants only, and each grant brings them up to date first, so this comes to what a list
 * would say that is written at every charge.
 *
 * @param lots in {@link Lot#ORDER}; what is used up is not among them
 * @param used how much the account had spent when they were last brought up to date
 */
public record Lots(List<Lot> lots, Credits used) {
    /** Of one account: its row, and the transaction in which all expire at once, stay small. */
    public static final int MOST = 64;

    public static final Lots NONE = new Lots(List.of(), Credits.ZERO);

    public Lots {
        lots = lots.stream().sorted(Lot.ORDER).toList();
    }

    /**
     * What an expiry comes to.
     *
     * @param rest what is left, some of it held by tasks
     * @param expired how much of each grant, which is available no more
     */
    public record Expiry(Lots rest, List<Lot> expired) {}

    /** With all charges taken from them, now that the account has spent so much. */
    public Lots upTo(Credits spent) {
        // Where an adjustment took charges back, there is nothing to take.
        var charged = Math.max(0, spent.millionths() - used.millionths());
        var rest = new ArrayList<Lot>();
        for (var lot : lots) {
            var taken = Math.min(charged, lot.left().millionths());
            charged -= taken;
            keep(rest, lot, lot.left().millionths() - taken);
        }
        return new Lots(rest, spent);
    }

    /**
     * With one more, of a grant that is made now.
     *
     * @throws IllegalArgumentException when there are too many already
     */
    public Lots with(Lot lot) {
        if (lots.size() >= MOST) {
            throw new IllegalArgumentException(
                    "an account has at most " + MOST + " grants that expire and are not used up");
        }
        var all = new ArrayList<>(lots);
        all.add(lot);
        return new Lots(all, used);
    }

    /** Whether a grant's time is over of which something is left. */
    public boolean isDue(Instant now) {
        return next().filter(end -> !end.isAfter(now)).isPresent();
    }

    /** When the first of them expires; empty for none. */
    public Optional<Instant> next() {
        return lots.stream().map(Lot::expires).findFirst();
    }

    /**
     * Lets expire what is left behind its time. What tasks hold was taken from the first lots: that
     * much of them stays, until the holds end and are charged, or come back.
     *
     * @param held by all tasks of the account
     * @param available at most so much can expire
     */
    public Expiry expire(Instant now, Credits held, Credits available) {
        var honoured = held.millionths();
        var most = available.millionths();
        var rest = new ArrayList<Lot>();
        var expired = new ArrayList<Lot>();
        for (var lot : lots) {
            if (lot.expires().isAfter(now)) {
                rest.add(lot);
                continue;
            }
            var kept = Math.min(honoured, lot.left().millionths());
            var over = Math.min(most, lot.left().millionths() - kept);
            honoured -= kept;
            most -= over;
            keep(rest, lot, kept);
            keep(expired, lot, over);
        }
        return new Expiry(new Lots(rest, used), List.copyOf(expired));
    }

    private static void keep(List<Lot> lots, Lot lot, long left) {
        if (left > 0) {
            lots.add(lot.leaving(new Credits(left)));
        }
    }
}
