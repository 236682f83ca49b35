package dev.pixapi.simulation.hot;

import dev.pixapi.account.AccountId;
import dev.pixapi.account.Mode;
import dev.pixapi.api.ApiException;
import dev.pixapi.ledger.Credits;
import dev.pixapi.ledger.Failure;
import dev.pixapi.ledger.Grant;
import dev.pixapi.ledger.Ledger;
import dev.pixapi.ledger.OpenOutcome.Insufficient;
import dev.pixapi.ledger.OpenOutcome.Opened;
import dev.pixapi.ledger.Settlement;
import dev.pixapi.ledger.Task;
import dev.pixapi.metric.Metrics;
import dev.pixapi.simulation.kernel.HistoryBroken;
import dev.pixapi.simulation.kernel.Mix;
import dev.pixapi.simulation.kernel.Runner;
import dev.pixapi.simulation.kernel.SimulatedThreads;
import dev.pixapi.simulation.kernel.Timeline;
import dev.pixapi.simulation.model.ModelLedger;
import dev.pixapi.simulation.model.ModelTasks;
import dev.pixapi.task.Admission;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** One account that is asked for more images a second than its rows take one after the other. */
final class HotAccount {
    private static final AccountId ACCOUNT = new AccountId(Mode.LIVE, "hot");

    /** Each remembers shards for itself. */
    private static final int PROCESSES = 40;

    private static final long MOST_TASKS = 1_000_000;

    /** Milliseconds from a task's opening to its end, at least and at most. */
    private static final long SHORTEST = 2_000;

    private static final long LONGEST = 8_000;

    /** After which the sweeper has a task ended that nobody could settle. */
    private static final long SWEEP = 60_000;

    /** One task in so many fails, and gives its hold back. */
    private static final int FAILS = 50;

    private final Load load;
    private final Timeline timeline = new Timeline();
    private final ModelLedger model;
    private final HotBooks books;
    private final BusyLedger busy;
    private final Ledger ledger;
    private final List<Admission> processes = new ArrayList<>();
    private final Figures figures = new Figures();

    /**
     * What is asked of the account.
     *
     * @param perSecond images, each for one credit
     * @param millis that a write has its rows for itself
     * @param credits that it begins with, in its first shard
     */
    record Load(int shards, int perSecond, int seconds, long millis, long credits, long seed) {}

    HotAccount(Load load) {
        this.load = load;
        this.model = new ModelLedger(new ModelTasks(() -> timeline.now()), Duration.ofSeconds(30));
        this.books = new HotBooks(model, ACCOUNT, timeline);
        this.busy = new BusyLedger(timeline, model, load.shards, load.millis, books::check);
        this.ledger = busy.ledger();
        for (var i = 0; i < PROCESSES; i++) {
            processes.add(
                    new Admission(
                            ledger,
                            () -> timeline.runner().next(),
                            new SimulatedThreads(timeline),
                            Metrics.NONE));
        }
    }

    /**
     * Lets it all happen, to the end of every task.
     *
     * @throws HistoryBroken when something happened that never may
     */
    Figures run() throws HistoryBroken, InterruptedException {
        model.createAccount(ACCOUNT, MOST_TASKS);
        model.grant(
                new Grant(
                        ACCOUNT,
                        "welcome",
                        Credits.of(Long.toString(load.credits)),
                        HotTasks.BEGIN));
        model.reshard(ACCOUNT, load.shards);
        for (var i = 0; i < load.perSecond * load.seconds; i++) {
            var number = i;
            var runner = new Runner("image " + i, load.seed, 0);
            var jitter = Math.floorMod(runner.next(), 20);
            timeline.start(
                    runner, 1_000L * i / load.perSecond + jitter, () -> make(runner, number));
        }
        timeline.run();
        books.checkEnd(figures);
        figures.note(busy);
        return figures;
    }

    private void make(Runner runner, int number) {
        var began = timeline.millis();
        var task = HotTasks.running(ACCOUNT, runner.name(), "1");
        try {
            switch (processes.get(number % PROCESSES).open(task)) {
                case Opened(var opened) -> {
                    figures.admit(began);
                    timeline.sleep(Mix.between(runner.next(), SHORTEST, LONGEST));
                    settle(opened, Math.floorMod(runner.next(), FAILS) == 0);
                }
                case Insufficient _ -> {
                    books.refused(began);
                    figures.refuse();
                }
                default -> throw new AssertionError("nothing else is to be expected");
            }
        } catch (ApiException busy) {
            figures.overload(books.isShort());
        }
    }

    /** Whoever cannot settle leaves it to the sweeper. */
    private void settle(Task task, boolean failed) {
        var now = timeline.now();
        var settlement =
                failed
                        ? Settlement.failed(new Failure("provider_failed", "It failed."), now)
                        : Settlement.completed(task.order().hold(), now);
        while (true) {
            try {
                ledger.settle(task, settlement);
                return;
            } catch (ApiException busy) {
                figures.sweep();
                timeline.sleep(SWEEP);
            }
        }
    }
}
