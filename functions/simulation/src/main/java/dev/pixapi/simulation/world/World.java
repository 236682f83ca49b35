package dev.pixapi.simulation.world;

import dev.pixapi.account.AccountId;
import dev.pixapi.account.Mode;
import dev.pixapi.ledger.Task;
import dev.pixapi.simulation.check.Books;
import dev.pixapi.simulation.fault.Faults;
import dev.pixapi.simulation.kernel.HistoryBroken;
import dev.pixapi.simulation.kernel.Runner;
import dev.pixapi.simulation.kernel.SimulatedClock;
import dev.pixapi.simulation.kernel.Timeline;
import dev.pixapi.simulation.model.ModelLedger;
import dev.pixapi.simulation.model.ModelMedia;
import dev.pixapi.simulation.model.ModelProvider;
import dev.pixapi.simulation.model.ModelTasks;
import dev.pixapi.simulation.model.Trace;
import dev.pixapi.simulation.model.Wire;
import dev.pixapi.simulation.model.WiredLedger;
import dev.pixapi.simulation.model.WiredMedia;
import dev.pixapi.simulation.model.WiredTasks;
import dev.pixapi.simulation.model.Witness;
import dev.pixapi.task.Results;
import dev.pixapi.task.TaskSettings;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Everything there is in one history: the models, our code on them, and those who call it. */
public final class World {
    /** As the blueprint sets it. */
    public static final int MOST_ATTEMPTS = 2;

    /** Few, so that some are refused for it. */
    private static final long MOST_TASKS = 4;

    private static final Duration RESEND = Duration.ofSeconds(30);

    private final Plan plan;
    private final Timeline timeline = new Timeline();
    private final SimulatedClock clock = new SimulatedClock(timeline);
    private final ModelTasks tasks = new ModelTasks(clock);
    private final ModelLedger ledger = new ModelLedger(tasks, RESEND);
    private final ModelMedia media = new ModelMedia();
    private final Witness witness = new Witness(timeline);
    private final Counted metrics = new Counted(timeline);
    private final Replies replies = new Replies();
    private final List<AccountId> accounts = new ArrayList<>();
    private final Functions functions;
    private final Books books;
    private final Parts parts;

    /** What our code is composed of. */
    record Parts(
            Timeline timeline,
            SimulatedClock clock,
            WiredLedger ledger,
            WiredTasks tasks,
            WiredMedia media,
            ModelProvider provider,
            Counted metrics,
            Wire wire,
            TaskSettings settings,
            long backlog) {}

    public World(Plan plan, Faults faults, Trace trace) {
        this.plan = plan;
        this.books = new Books(ledger, tasks, accounts, timeline);
        var wire = new Wire(timeline, faults, trace, books::check);
        this.parts =
                new Parts(
                        timeline,
                        clock,
                        new WiredLedger(ledger, wire, witness),
                        new WiredTasks(tasks, wire),
                        new WiredMedia(media, wire, witness),
                        new ModelProvider(wire, trace, witness, Fixtures.PICTURES),
                        metrics,
                        wire,
                        settings(plan.deadline()),
                        plan.backlog());
        this.functions = new Functions(parts, this::runner);
        for (var i = 0; i < plan.accounts(); i++) {
            var account = new AccountId(Mode.LIVE, "account-" + i);
            accounts.add(account);
            ledger.createAccount(account, MOST_TASKS);
        }
    }

    /**
     * Lets it all happen, to the end of every task.
     *
     * @throws HistoryBroken when something happened that never may
     */
    public void run() throws HistoryBroken, InterruptedException {
        var callers = new Callers(this, parts, functions, replies);
        plan.requests().forEach(callers::start);
        plan.orders().forEach(callers::start);
        new Sweeper(this, timeline, functions, callers).start();
        timeline.run();
    }

    private static TaskSettings settings(Duration deadline) {
        return new TaskSettings(
                Duration.ofSeconds(60),
                Duration.ofSeconds(20),
                MOST_ATTEMPTS,
                deadline,
                RESEND,
                Duration.ofSeconds(230));
    }

    Runner runner(String name) {
        return new Runner(name, plan.seed(), plan.skew());
    }

    AccountId account(int number) {
        return accounts.get(number);
    }

    boolean hasGrantsThatExpire() {
        return plan.orders().stream().anyMatch(order -> order.life() > 0);
    }

    /** The tasks that a request has made. */
    public List<Task> tasksOf(Request request) {
        return tasks.all().stream()
                .filter(task -> request.name().equals(task.order().metadata().get("request")))
                .toList();
    }

    /** Whether a process that had images made for a request counted some as wasted. */
    public boolean hasWasted(Request request) {
        return witness.callsFor(request.name()).stream()
                .anyMatch(call -> metrics.wasters().contains(call.runner()));
    }

    /** As callers are shown them, past the wire. */
    public Results results() {
        return new Results(media, clock);
    }

    /** Since the beginning, by the clock that no process has. */
    public long millis(Instant time) {
        return timeline.millis() - Duration.between(time, timeline.now()).toMillis();
    }

    /** When the history was over. */
    public Instant end() {
        return timeline.now();
    }

    public List<AccountId> accounts() {
        return accounts;
    }

    public Plan plan() {
        return plan;
    }

    public ModelTasks tasks() {
        return tasks;
    }

    public ModelLedger ledger() {
        return ledger;
    }

    public ModelMedia media() {
        return media;
    }

    public Witness witness() {
        return witness;
    }

    public Replies replies() {
        return replies;
    }
}
