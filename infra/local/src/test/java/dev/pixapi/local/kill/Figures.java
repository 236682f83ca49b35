package dev.pixapi.local.kill;

import java.time.Duration;

/**
 * What a run did and found.
 *
 * @param calls requests, repeats of them and cancellations
 * @param unanswered those that a kill cut off
 * @param tasks of all accounts, each of which has ended
 * @param images that were charged and read
 * @param recovery the longest time that a system which was started again took until every task that
 *     was open had ended
 */
record Figures(
        int kills,
        long calls,
        long unanswered,
        long tasks,
        long images,
        long paidCalls,
        Duration recovery,
        Duration time) {
    @Override
    public String toString() {
        return "%d kills, %d calls (%d cut off), %d tasks, %d images, %d paid calls upstream;"
                        .formatted(kills, calls, unanswered, tasks, images, paidCalls)
                + " longest recovery %.1f s; %d s in all"
                        .formatted(recovery.toMillis() / 1000.0, time.toSeconds());
    }
}
