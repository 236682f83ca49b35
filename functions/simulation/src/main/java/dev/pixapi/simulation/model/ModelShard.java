package dev.pixapi.simulation.model;

import dev.pixapi.ledger.Balance;
import dev.pixapi.ledger.Changes;
import dev.pixapi.ledger.Credits;
import dev.pixapi.ledger.Shard;

import java.util.Optional;

/** The counters of one row of an account, in millionths. */
final class ModelShard {
    final int number;
    long available;
    long held;
    long spent;
    long granted;
    long expired;
    long refunded;
    long movedIn;
    long movedOut;
    long returned;
    long tasks;
    long mostTasks;

    ModelShard(int number, long mostTasks) {
        this.number = number;
        this.mostTasks = mostTasks;
    }

    void hold(long credits) {
        available -= credits;
        held += credits;
        tasks++;
    }

    void settle(long hold, long charge) {
        held -= hold;
        spent += charge;
        available += hold - charge;
        returned += hold - charge;
        tasks--;
    }

    void grant(long credits) {
        available += credits;
        granted += credits;
    }

    void refund(long credits) {
        available += credits;
        refunded += credits;
    }

    void expire(long credits) {
        available -= credits;
        expired += credits;
    }

    /** False, and nothing is changed, when a counter would fall below nothing. */
    boolean adjust(Changes changes) {
        var after =
                new long[] {
                    available + changes.available(),
                    held + changes.held(),
                    spent + changes.spent(),
                    granted + changes.granted(),
                    expired + changes.expired(),
                    refunded + changes.refunded()
                };
        for (var counter : after) {
            if (counter < 0) {
                return false;
            }
        }
        available = after[0];
        held = after[1];
        spent = after[2];
        granted = after[3];
        expired = after[4];
        refunded = after[5];
        return true;
    }

    Shard snapshot(Optional<String> frozen) {
        return new Shard(
                number,
                new Balance(
                        new Credits(available),
                        new Credits(held),
                        new Credits(spent),
                        new Credits(granted),
                        new Credits(expired),
                        new Credits(refunded)),
                new Credits(movedIn),
                new Credits(movedOut),
                new Credits(returned),
                tasks,
                mostTasks,
                frozen);
    }
}
