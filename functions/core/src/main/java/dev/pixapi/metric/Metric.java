package dev.pixapi.metric;

import java.util.Optional;

/**
 * Everything that is counted for the operator: the one truth for the code, dashboard, alarms and
 * docs/metrics.md. A sum tells how often, unless the unit says otherwise. What stayed zero is not
 * written, so an alarm on a sum treats missing data as not breaching.
 */
public enum Metric {
    TASKS_OPENED("TasksOpened", Unit.COUNT, Dimension.MODE, "Tasks whose credits were held."),
    TASKS_COMPLETED(
            "TasksCompleted", Unit.COUNT, Dimension.MODE, "Tasks that ended with images, charged."),
    TASKS_FAILED(
            "TasksFailed",
            Unit.COUNT,
            Dimension.ERROR_CODE,
            "Tasks that ended without images, charged nothing; by what their caller reads."),
    TASKS_CANCELED("TasksCanceled", Unit.COUNT, "Tasks that their caller canceled."),
    IMAGES_DELIVERED(
            "ImagesDelivered", Unit.COUNT, Dimension.MODE, "Images that were charged for."),
    CREDITS_SPENT(
            "CreditsSpent",
            Unit.NONE,
            Dimension.MODE,
            "Credits that delivered images cost their callers."),
    CREDITS_REFUNDED(
            "CreditsRefunded",
            Unit.NONE,
            Dimension.MODE,
            "Credits of these that the operator gave back."),

    PROVIDER_CALLS(
            "ProviderCalls", Unit.COUNT, Dimension.PROVIDER, "Requests to a provider, of any end."),
    PROVIDER_MILLISECONDS(
            "ProviderMilliseconds",
            Unit.MILLISECONDS,
            Dimension.PROVIDER,
            "How long each of them took; read its average or a percentile."),
    PROVIDER_FAILURES(
            "ProviderFailures",
            Unit.COUNT,
            Dimension.PROVIDER,
            "Requests that a provider did not serve: away, throttled, garbled, or unanswered."),
    PROVIDER_REFUSALS(
            "ProviderRefusals",
            Unit.COUNT,
            Dimension.PROVIDER,
            "Requests that a provider did not accept, by its safety rules or its parameters."),
    UNKNOWN_OUTCOMES(
            "UnknownOutcomes",
            Unit.COUNT,
            Dimension.PROVIDER,
            "Requests without a whole answer: the provider may have been paid. Failures too."),
    ROUTES_SKIPPED(
            "RoutesSkipped",
            Unit.COUNT,
            Dimension.PROVIDER,
            "Runs that passed a route by, since it kept failing lately."),

    COST_AT_RISK(
            "CostAtRisk",
            Unit.NONE,
            "Credits of tasks that may have cost the operator twice, or for nothing: an outcome is"
                    + " unknown, or a lost runner's call was repeated."),
    WASTED_IMAGES(
            "WastedImages",
            Unit.COUNT,
            "Images that a provider returned and nobody was charged for: too many, broken, not"
                    + " stored, or by a runner that came second."),

    LOST_RUNNERS(
            "LostRunners",
            Unit.COUNT,
            "Tasks that were taken up again after their runner had stopped without ending them."),
    LOST_LEASES(
            "LostLeases",
            Unit.COUNT,
            "Runners that found their task taken over by another one; it settles nothing."),
    UNSENT_TASKS(
            "UnsentTasks",
            Unit.COUNT,
            "Tasks that were accepted and did not reach the queue; the sweeper sends them."),
    TASKS_RESENT("TasksResent", Unit.COUNT, "Tasks that the sweeper sent to the queue once more."),
    TASKS_GIVEN_UP(
            "TasksGivenUp",
            Unit.COUNT,
            "Tasks that were failed unfinished: past their deadline, out of attempts, or dead"
                    + " letters."),
    DEAD_LETTERS("DeadLetters", Unit.COUNT, "Messages that the dead letters' function received."),
    OLDEST_DUE_SECONDS(
            "OldestDueSeconds",
            Unit.SECONDS,
            "How long ago the oldest task was opened that nobody works on though it is due, seen by"
                    + " each sweep; 0 for none. Read its maximum."),
    SWEEP_FAILURES(
            "SweepFailures",
            Unit.COUNT,
            "Tasks that a sweep could neither end nor send, accounts whose grants it could not let"
                    + " expire, and sweeps that failed altogether."),
    MESSAGE_FAILURES(
            "MessageFailures",
            Unit.COUNT,
            "Messages whose work failed here, which the queue delivers again, and those that name"
                    + " no task."),

    LEDGER_BREAKS(
            "LedgerBreaks",
            Unit.COUNT,
            "Rows met that no operation of the ledger could have left. Any one is an alarm."),
    CONTENTION(
            "Contention",
            Unit.COUNT,
            "Writes of the ledger that met another write and were tried again, each time."),
    WRITES_GIVEN_UP(
            "WritesGivenUp",
            Unit.COUNT,
            "Writes of the ledger that stayed contended or were throttled, and were not done."),
    INTERNAL_ERRORS(
            "InternalErrors",
            Unit.COUNT,
            "Exceptions that nobody expected: a request was answered with 500, or a task failed.");

    private final String title;
    private final Unit unit;
    private final Optional<Dimension> dimension;
    private final String meaning;

    Metric(String title, Unit unit, String meaning) {
        this(title, unit, Optional.empty(), meaning);
    }

    Metric(String title, Unit unit, Dimension dimension, String meaning) {
        this(title, unit, Optional.of(dimension), meaning);
    }

    Metric(String title, Unit unit, Optional<Dimension> dimension, String meaning) {
        this.title = title;
        this.unit = unit;
        this.dimension = dimension;
        this.meaning = meaning;
    }

    /** Its name in CloudWatch. */
    public String title() {
        return title;
    }

    public Unit unit() {
        return unit;
    }

    /** By which it is told apart, beside being kept as a whole. */
    public Optional<Dimension> dimension() {
        return dimension;
    }

    public String meaning() {
        return meaning;
    }
}
