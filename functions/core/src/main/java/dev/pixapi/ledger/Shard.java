package dev.pixapi.ledger;

import java.util.Optional;

/**
 * One row of an account. A busy account has several, each with a part of its credits, so that its
 * tasks do not all wait for one row. At every version of the row, available + held + spent +
 * expired + moved out = granted + refunded + moved in.
 *
 * @param balance what this shard has of each counter
 * @param movedIn all credits that ever came from other shards
 * @param movedOut all credits that ever went to other shards
 * @param returned all credits that ever came back from holds, uncharged: with what else came in, it
 *     bounds what may have been available between two looks at the row
 * @param tasks that hold credits of this shard
 * @param mostTasks that may do so at once
 * @param frozen why nothing more may be held, where that is so
 */
public record Shard(
        int number,
        Balance balance,
        Credits movedIn,
        Credits movedOut,
        Credits returned,
        long tasks,
        long mostTasks,
        Optional<String> frozen) {

    /** Where no hold was ever returned. */
    public Shard(
            int number,
            Balance balance,
            Credits movedIn,
            Credits movedOut,
            long tasks,
            long mostTasks,
            Optional<String> frozen) {
        this(number, balance, movedIn, movedOut, Credits.ZERO, tasks, mostTasks, frozen);
    }

    /** False when a hand other than the ledger's has been at the row. */
    public boolean addsUp() {
        return balance.difference() + movedOut.millionths() - movedIn.millionths() == 0;
    }
}
