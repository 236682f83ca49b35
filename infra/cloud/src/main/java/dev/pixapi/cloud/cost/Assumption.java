package dev.pixapi.cloud.cost;

import java.util.Locale;

/**
 * What the bill supposes and neither the blueprint nor the traffic says. The values stand in
 * prices.json with their meanings, by these names in small letters.
 */
enum Assumption {
    HOURS_A_MONTH,
    CALL_SECONDS,
    SECONDS_BESIDE_THE_PROVIDER,
    SWEEP_SECONDS,
    KEY_READS_A_CALL,
    QUEUE_POLLERS,
    QUEUE_POLL_SECONDS,
    QUEUE_REQUESTS_A_TASK,
    TASK_KB,
    TASK_DAYS,
    ENTRY_KB,
    MONTHS_OF_ENTRIES,
    REQUEST_KB,
    ANSWER_KB,
    LOG_KB_A_RUN,
    LOG_KB_A_CALL,
    TRACES_A_SECOND,
    TRACED_BEYOND,
    METRICS_WHEN_IDLE,
    METRICS_WHEN_BUSY;

    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
