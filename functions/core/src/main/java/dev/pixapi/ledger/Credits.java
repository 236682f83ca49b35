package dev.pixapi.ledger;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An amount of credits, never negative. Inside it is a whole number of millionths, so that sums are
 * exact; outside it is a decimal. One credit is one US cent.
 */
public record Credits(long millionths) implements Comparable<Credits> {
    private static final int SCALE = 6;

    /** Before the point, or behind it: a long holds no more. */
    private static final int MOST_DIGITS = 19;

    public static final Credits ZERO = new Credits(0);

    public Credits {
        if (millionths < 0) {
            throw new IllegalArgumentException("credits are never negative");
        }
    }

    /**
     * @throws ArithmeticException when the amount has more than six decimals or is out of range
     */
    public static Credits of(BigDecimal credits) {
        return new Credits(millionths(credits));
    }

    /**
     * Of a difference, which may be less than nothing.
     *
     * @throws ArithmeticException as there
     */
    public static long millionths(BigDecimal credits) {
        // Bounded first: to scale 1e100000000 would cost minutes.
        var digits = (long) credits.precision() - credits.scale();
        if (digits > MOST_DIGITS || credits.scale() > MOST_DIGITS) {
            throw new ArithmeticException("credits are out of range");
        }
        return credits.setScale(SCALE, RoundingMode.UNNECESSARY)
                .unscaledValue()
                .longValueExact();
    }

    public static Credits of(String credits) {
        return of(new BigDecimal(credits));
    }

    public Credits plus(Credits other) {
        return new Credits(Math.addExact(millionths, other.millionths));
    }

    /**
     * @throws IllegalArgumentException when less than nothing would remain
     */
    public Credits minus(Credits other) {
        return new Credits(Math.subtractExact(millionths, other.millionths));
    }

    public Credits times(int factor) {
        return new Credits(Math.multiplyExact(millionths, (long) factor));
    }

    /** As JSON shows it: an integer where it is one, else the shortest exact decimal. */
    public Number toJson() {
        return toJson(millionths);
    }

    /** Of a difference, which may be less than nothing. */
    public static Number toJson(long millionths) {
        var decimal = toDecimal(millionths);
        return decimal.scale() == 0 ? (Number) decimal.longValueExact() : (Number) decimal;
    }

    /** For statistics, where the last digit of a great sum does not matter. */
    public double roughly() {
        return millionths / 1e6;
    }

    @Override
    public int compareTo(Credits other) {
        return Long.compare(millionths, other.millionths);
    }

    @Override
    public String toString() {
        return toDecimal(millionths).toPlainString();
    }

    private static BigDecimal toDecimal(long millionths) {
        var shortest = BigDecimal.valueOf(millionths, SCALE).stripTrailingZeros();
        return shortest.scale() < 0 ? shortest.setScale(0) : shortest;
    }
}
