package dev.pixapi.task;

import java.time.Duration;

/**
 * The times and limits of a task's life.
 *
 * @param lease how long a runner has a task without a sign of life
 * @param heartbeat how often it gives one; well below the lease
 * @param mostAttempts how often a task may be paid for, when its runners die
 * @param deadline from opening, past which a task is failed whatever became of it
 * @param resend after which a task that nobody took up is sent again
 * @param providerTimeout of all calls of a run to providers, together
 */
public record TaskSettings(
        Duration lease,
        Duration heartbeat,
        int mostAttempts,
        Duration deadline,
        Duration resend,
        Duration providerTimeout) {
    public TaskSettings {
        if (heartbeat.multipliedBy(2).compareTo(lease) > 0) {
            throw new IllegalArgumentException("a lease must outlive two heartbeats");
        }
        if (providerTimeout.compareTo(deadline) >= 0) {
            throw new IllegalArgumentException(
                    "a task's deadline must outlive the provider's call");
        }
    }
}
