package dev.pixapi.cloud.watch;

import static dev.pixapi.cloud.watch.Bound.atLeast;
import static dev.pixapi.cloud.watch.Bound.below;

import dev.pixapi.cloud.watch.Bound.Spell;

import java.util.Locale;

/**
 * Everything that an operator is told of, each with something to do about it in docs/runbook.md.
 * What hurts is here once: a DynamoDB fault shows as an error of whoever met it, a read that is
 * throttled as a 503, a topic that cannot send cannot say so, and refusals (4xx) are the callers'.
 */
enum Trouble {
    LEDGER_BROKEN(
            "LedgerBroken",
            atLeast(1, "the sum of LedgerBreaks", Spell.once(5)),
            "A row of the ledger is one that the ledger could not have written."),
    COST_AT_RISK(
            "CostAtRisk",
            atLeast(500, "the sum of CostAtRisk, in credits,", Spell.once(60)),
            "Providers may have been paid for images that no caller is charged for."),
    IMAGES_WASTED(
            "ImagesWasted",
            atLeast(20, "the sum of WastedImages", Spell.once(60)),
            "Providers returned images that no caller is charged for."),
    WRITES_GIVEN_UP(
            "WritesGivenUp",
            atLeast(5, "the sum of WritesGivenUp", Spell.once(5)),
            "Callers are refused because an account's row is too busy."),

    TASKS_STUCK(
            "TasksStuck",
            atLeast(1800, "the greatest OldestDueSeconds", Spell.once(5)),
            "A task has waited for half of the time after which it is failed."),
    TASKS_GIVEN_UP(
            "TasksGivenUp",
            atLeast(1, "the sum of TasksGivenUp", Spell.once(5)),
            "Tasks were failed that nobody had ended; their callers were charged nothing."),
    QUEUE_AGING(
            "QueueAging",
            atLeast(
                    600,
                    "the age of the queue's oldest message, in seconds,",
                    Spell.often(5, 2, 2)),
            "More tasks come than the workers can run, or the workers do not run."),
    DEAD_LETTERS_WAITING(
            "DeadLettersWaiting",
            atLeast(1, "the number of dead letters", Spell.often(5, 3, 3)),
            "Dead letters are not dealt with: their tasks keep their credits held."),
    SWEEPER_STILL(
            "SweeperStill",
            below(1, "the number of sweeps", Spell.often(5, 2, 2)),
            "Nobody looks for lost tasks."),
    SWEEPS_FAILING(
            "SweepsFailing",
            atLeast(3, "the sum of SweepFailures", Spell.once(5)),
            "The sweeper cannot end or send what it finds."),

    AUDITOR_STILL(
            "AuditorStill",
            below(1, "the number of audits that ended well", Spell.once(30)),
            "Nobody checks whether credits add up."),
    AUDITS_FAILING(
            "AuditsFailing",
            atLeast(3, "the sum of AuditFailures", Spell.once(30)),
            "The auditor cannot read what it is to check, or cannot freeze what is broken."),
    WATCHER_LATE(
            "WatcherLate",
            atLeast(
                    600_000,
                    "the age of what WatchAccounts reads, in milliseconds,",
                    Spell.often(5, 2, 2)),
            "Versions of accounts' rows wait to be looked at."),
    PROVIDER_FAILING(
            "ProviderFailing",
            atLeast(
                    50,
                    "the share of calls that fail, in percent, of "
                            + Signals.FEWEST_CALLS
                            + " calls or more,",
                    Spell.often(5, 2, 3)),
            "A provider of images fails."),

    API_FAILING(
            "ApiFailing",
            atLeast(
                    5,
                    "the share of answers with a 5xx, in percent, of "
                            + Signals.FEWEST_ERRORS
                            + " such answers or more,",
                    Spell.often(5, 2, 3)),
            "Callers get errors that are not theirs."),
    INTERNAL_ERRORS(
            "InternalErrors",
            atLeast(1, "the sum of InternalErrors", Spell.once(5)),
            "A caller got a 500: something happened that the code does not expect."),

    FUNCTIONS_CRASHING(
            "FunctionsCrashing",
            atLeast(2, "the number of runs that ended in an error", Spell.once(15)),
            "Functions that move credits crash, run out of memory or out of time."),
    FUNCTIONS_THROTTLED(
            "FunctionsThrottled",
            atLeast(5, "the number of runs that were refused", Spell.once(5)),
            "Lambda refuses to run functions that move credits: too many run at once."),
    CONCURRENCY_HIGH(
            "ConcurrencyHigh",
            atLeast(80, "the share of the account's concurrency, in percent,", Spell.once(5)),
            "The account comes near the number of functions that Lambda runs at once."),
    TABLES_THROTTLED(
            "TablesThrottled",
            atLeast(20, "the number of writes that were throttled", Spell.often(5, 2, 2)),
            "DynamoDB takes fewer writes than callers cause.");

    static final String RUNBOOK = "docs/runbook.md";

    private final String title;

    @SuppressWarnings("ImmutableEnumChecker") // A record of values.
    private final Bound bound;

    private final String meaning;

    Trouble(String title, Bound bound, String meaning) {
        this.title = title;
        this.bound = bound;
        this.meaning = meaning;
    }

    /** The alarm's construct id, and the heading of its entry in the runbook. */
    String title() {
        return title;
    }

    Bound bound() {
        return bound;
    }

    /** A sentence for whoever reads the alarm's mail. */
    String meaning() {
        return meaning;
    }

    /** Of its entry, as GitHub makes it of the heading. */
    String anchor() {
        return "#" + title.toLowerCase(Locale.ROOT);
    }
}
