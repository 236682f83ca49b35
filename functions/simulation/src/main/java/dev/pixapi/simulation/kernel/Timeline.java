package dev.pixapi.simulation.kernel;

import java.time.Instant;
import java.util.PriorityQueue;
import java.util.concurrent.CountDownLatch;

/**
 * Virtual time. Of all strands that wait, the one whose moment comes first runs until it waits
 * again; nobody runs beside it, and no time passes while it runs. Two runs of the same strands are
 * the same to the last step.
 */
public final class Timeline {
    private static final Instant BEGIN = Instant.parse("2030-01-01T00:00:00Z");

    private final PriorityQueue<Turn> turns = new PriorityQueue<>();
    private final CountDownLatch done = new CountDownLatch(1);
    private Strand current;
    private long now;
    private long order;
    private boolean over;
    private Throwable failure;

    private record Turn(long time, long order, Strand strand) implements Comparable<Turn> {
        @Override
        public int compareTo(Turn other) {
            var first = Long.compare(time, other.time);
            return first == 0 ? Long.compare(order, other.order) : first;
        }
    }

    /** The time that no clock shows exactly. */
    public Instant now() {
        return BEGIN.plusMillis(now);
    }

    /** Since the beginning. */
    public long millis() {
        return now;
    }

    public Runner runner() {
        return current.runner();
    }

    /** Begins something after some milliseconds. */
    public void start(Runner runner, long after, Runnable work) {
        var holder = new Strand[1];
        holder[0] = new Strand(runner, () -> body(holder[0], work));
        add(holder[0], after);
    }

    private void body(Strand me, Runnable work) {
        try {
            if (isAlive(me)) {
                work.run();
            }
        } catch (Crash _) {
            // Its process is gone.
        } catch (Throwable broken) {
            fail(broken);
        }
        next(me, false);
    }

    /**
     * Lets time pass for the strand that runs.
     *
     * @throws Crash when its process was killed, or the history is over
     */
    public void sleep(long millis) {
        var me = current;
        mustLive(me);
        add(me, millis);
        next(me, true);
        mustLive(me);
    }

    /** Kills the process of the strand that runs. */
    public Error kill() {
        current.runner().kill();
        return new Crash();
    }

    /** Ends the history: whoever still waits stops where it is. */
    public void end() {
        over = true;
    }

    /** Ends the history, since something happened that never may. */
    public void fail(Throwable broken) {
        if (failure == null) {
            failure = broken;
        }
        end();
    }

    /**
     * Runs until nobody waits any more, or the end.
     *
     * @throws InterruptedException when it is told to stop
     */
    public void run() throws InterruptedException, HistoryBroken {
        next(null, false);
        done.await();
        if (failure != null) {
            throw new HistoryBroken(failure);
        }
    }

    private void add(Strand strand, long after) {
        turns.add(new Turn(now + after, order++, strand));
    }

    /**
     * The next one's turn.
     *
     * @param comesBack whether the one that ran waits for another turn
     */
    private void next(Strand from, boolean comesBack) {
        var turn = turns.poll();
        if (turn == null) {
            done.countDown();
            return;
        }
        if (!over) {
            now = Math.max(now, turn.time);
        }
        current = turn.strand;
        if (turn.strand == from) {
            return;
        }
        if (comesBack) {
            from.stopped();
        }
        turn.strand.wake();
        if (comesBack) {
            from.await();
        }
    }

    private boolean isAlive(Strand strand) {
        return !over && !strand.runner().isDead();
    }

    private void mustLive(Strand strand) {
        if (!isAlive(strand)) {
            throw new Crash();
        }
    }
}
