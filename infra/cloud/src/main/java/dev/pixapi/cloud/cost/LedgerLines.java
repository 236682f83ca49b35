package dev.pixapi.cloud.cost;

import dev.pixapi.lambda.blueprint.Setting;
import dev.pixapi.lambda.blueprint.TaskUse;

import java.util.List;

/** Tasks and credits in DynamoDB, and tasks on their way through the queue. */
final class LedgerLines {
    private static final double DAYS_A_MONTH = 30;

    private LedgerLines() {}

    static List<Line> of(Month month) {
        var kept = kept(month);
        return List.of(
                month.line("ledger, written", writes(month), "write units", Rate.WRITE_UNIT),
                month.line("ledger and keys, read", reads(month), "read units", Rate.READ_UNIT),
                month.line("tables", kept, "GB", Rate.TABLE_GB),
                month.line("tables, to go back in time", kept, "GB", Rate.TABLE_BACKUP_GB),
                month.line("queue", messages(month), "requests", Rate.QUEUE_REQUEST));
    }

    private static double writes(Month month) {
        var traffic = month.traffic();
        var everySeconds = Double.parseDouble(Setting.PIXAPI_HEARTBEAT_SECONDS.standard());
        var heartbeats = Math.floor(traffic.of(Option.SECONDS) / everySeconds);
        return traffic.sync() * TaskUse.SYNC.allWriteUnits()
                + traffic.async() * TaskUse.ASYNC.allWriteUnits()
                + traffic.images() * heartbeats;
    }

    /**
     * Keys, tasks that are asked for, those that the sweeper meets while they run, and each once
     * more by the auditor.
     */
    private static double reads(Month month) {
        var traffic = month.traffic();
        var minutes = traffic.of(Option.SECONDS) / 60;
        return traffic.calls() * month.assumed(Assumption.KEY_READS_A_CALL)
                + traffic.polls()
                + traffic.images() * (minutes + 1);
    }

    /** Tasks for a while, entries for good: so many as there are after so many months. */
    private static double kept(Month month) {
        var tasks = month.assumed(Assumption.TASK_KB) * month.assumed(Assumption.TASK_DAYS);
        var entries =
                month.assumed(Assumption.ENTRY_KB) * month.assumed(Assumption.MONTHS_OF_ENTRIES);
        return Month.gbOfKb(month.traffic().images() * (tasks / DAYS_A_MONTH + entries));
    }

    private static double messages(Month month) {
        return month.traffic().async() * month.assumed(Assumption.QUEUE_REQUESTS_A_TASK);
    }
}
