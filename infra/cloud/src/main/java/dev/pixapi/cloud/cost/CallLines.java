package dev.pixapi.cloud.cost;

import dev.pixapi.lambda.blueprint.Trigger.Stream;

import java.util.List;

/** Requests, and the functions behind them. */
final class CallLines {
    private static final String WATCHER = "WatchAccounts";

    /** Of its account's row: when it is opened, and when it is settled. */
    private static final int VERSIONS_AN_IMAGE = 2;

    private CallLines() {}

    static List<Line> of(Month month) {
        var traffic = month.traffic();
        var watched = watched(month);
        // Each async task is one run of the worker beside its requests.
        var runs = traffic.calls() + traffic.async() + watched;
        return List.of(
                month.line("API requests", traffic.calls(), "requests", Rate.API_CALL),
                month.line("Lambda requests", runs, "requests", Rate.LAMBDA_REQUEST),
                waiting(month, "callers wait", "Generate", traffic.sync()),
                waiting(month, "workers wait", "Worker", traffic.async()),
                shortRuns(month, "accepting tasks", "Submit", traffic.async()),
                shortRuns(month, "showing tasks", "GetTask", traffic.polls()),
                shortRuns(month, "watching accounts", WATCHER, watched),
                shortRuns(month, "other requests", "ListModels", traffic.of(Option.OTHER)),
                month.line("X-Ray", traces(month), "traces", Rate.TRACE),
                month.line("logs", logs(month, runs), "GB", Rate.LOG_GB),
                month.line("answers sent", answers(month), "GB", Rate.TRANSFER_GB));
    }

    /** Lambda bills the time that a function waits for a provider as any other. */
    private static Line waiting(Month month, String name, String function, double images) {
        var seconds =
                month.traffic().of(Option.SECONDS)
                        + month.assumed(Assumption.SECONDS_BESIDE_THE_PROVIDER);
        return month.runs(name, function, images, seconds);
    }

    private static Line shortRuns(Month month, String name, String function, double runs) {
        return month.runs(name, function, runs, month.assumed(Assumption.CALL_SECONDS));
    }

    /** What is written within a window is looked at in one run, as far as a batch takes it. */
    private static double watched(Month month) {
        if (!(Month.function(WATCHER).trigger() instanceof Stream(_, var batch, var window))) {
            throw new IllegalStateException(WATCHER + " watches nothing");
        }
        var versions = month.traffic().images() * VERSIONS_AN_IMAGE;
        var windows = month.seconds() / window.toSeconds();
        return Math.min(versions, Math.max(windows, versions / batch));
    }

    /** X-Ray's standard sampling: so many in each second, and a share of those beyond. */
    private static double traces(Month month) {
        if (!month.stack().traced()) {
            return 0;
        }
        var calls = month.traffic().calls();
        var all = month.seconds() * month.assumed(Assumption.TRACES_A_SECOND);
        var beyond = Math.max(0, calls - all);
        return Math.min(calls, all) + beyond * month.assumed(Assumption.TRACED_BEYOND);
    }

    private static double logs(Month month, double runs) {
        return Month.gbOfKb(
                runs * month.assumed(Assumption.LOG_KB_A_RUN)
                        + month.traffic().calls() * month.assumed(Assumption.LOG_KB_A_CALL));
    }

    private static double answers(Month month) {
        return Month.gbOfKb(month.traffic().calls() * month.assumed(Assumption.ANSWER_KB));
    }
}
