package dev.pixapi.simulation.kernel;

import java.util.random.RandomGenerator;

/**
 * A process that runs our code: a function's invocation. It may be killed at any step; what it does
 * beside (heartbeats) dies with it. Everything that chance decides for it follows from its name and
 * its step, so that it meets the same whatever befalls others.
 */
public final class Runner {
    private final String name;
    private final long seed;
    private final long skew;
    private int step;
    private long stalledUntil;
    private boolean dead;

    /**
     * @param seed of the history
     * @param mostSkew by how many milliseconds its clock may be off, either way
     */
    public Runner(String name, long seed, long mostSkew) {
        this.name = name;
        this.seed = Mix.of(seed, name.hashCode());
        this.skew = mostSkew == 0 ? 0 : Mix.between(this.seed, -mostSkew, mostSkew);
    }

    public String name() {
        return name;
    }

    /** Of its clock, in milliseconds. */
    public long skew() {
        return skew;
    }

    public int step() {
        return step;
    }

    /** A number for the step that begins, never the same again. */
    public long next() {
        step++;
        return Mix.of(seed, step);
    }

    /** Names that it makes. */
    public RandomGenerator random() {
        return this::next;
    }

    /** Stands still until then, whatever of it is under way. */
    public void stall(long until) {
        stalledUntil = until;
    }

    /** Milliseconds from the beginning. */
    public long stalledUntil() {
        return stalledUntil;
    }

    public void kill() {
        dead = true;
    }

    public boolean isDead() {
        return dead;
    }
}
