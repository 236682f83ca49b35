package dev.pixapi.audit;

import java.time.Duration;

/**
 * How the auditor takes its time.
 *
 * @param settles after which an entry's neighbours are all there: longer than clocks differ and
 *     writes take
 * @param suspects how long a difference of the holds must be found the same, to be a break: longer
 *     than any index is behind its table
 * @param run how long a run goes on with further accounts
 * @param pause between two looks at an account that does not stand still
 */
public record AuditSettings(Duration settles, Duration suspects, Duration run, Duration pause) {
    public static final AuditSettings STANDARD =
            new AuditSettings(
                    Duration.ofMinutes(5),
                    Duration.ofMinutes(15),
                    Duration.ofMinutes(4),
                    Duration.ofSeconds(1));
}
