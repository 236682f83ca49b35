package dev.pixapi.cloud.watch;

import java.time.Duration;

/**
 * When an alarm rings.
 *
 * @param measure what is compared, to be read before "is"
 */
record Bound(String measure, Side side, int threshold, Spell spell) {

    /** On which side of the threshold it is wrong. */
    enum Side {
        AT_LEAST,
        /** Also where nothing is measured at all. */
        BELOW
    }

    /**
     * How long.
     *
     * @param every of one measurement
     * @param wrong how many of the last ones have to be wrong
     * @param of how many these are
     */
    record Spell(Duration every, int wrong, int of) {
        static Spell once(int minutes) {
            return new Spell(Duration.ofMinutes(minutes), 1, 1);
        }

        static Spell often(int minutes, int wrong, int of) {
            return new Spell(Duration.ofMinutes(minutes), wrong, of);
        }

        private String text() {
            var minutes = every.toMinutes() + " minutes";
            if (of == 1) {
                return minutes;
            }
            return wrong == of
                    ? minutes + ", " + of + " times in a row"
                    : minutes + ", " + wrong + " times out of " + of;
        }
    }

    static Bound atLeast(int threshold, String measure, Spell spell) {
        return new Bound(measure, Side.AT_LEAST, threshold, spell);
    }

    static Bound below(int threshold, String measure, Spell spell) {
        return new Bound(measure, Side.BELOW, threshold, spell);
    }

    /** For people: {@code LedgerBreaks is 1 or more in 5 minutes}. */
    String text() {
        var value =
                switch (side) {
                    case AT_LEAST -> threshold + " or more";
                    case BELOW -> "below " + threshold;
                };
        return measure + " is " + value + " in " + spell.text();
    }
}
