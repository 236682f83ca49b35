package dev.pixapi.simulation.kernel;

/** Numbers that look like chance and follow from their arguments alone (SplitMix64). */
public final class Mix {
    private Mix() {}

    public static long of(long seed, long number) {
        var z = seed + number * 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** Both ends included. */
    public static long between(long number, long least, long most) {
        return least + Math.floorMod(number, most - least + 1);
    }
}
