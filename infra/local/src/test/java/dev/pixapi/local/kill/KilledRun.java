package dev.pixapi.local.kill;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pixapi.local.ChildSystem;
import dev.pixapi.local.upstream.UpstreamDouble;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/**
 * Kills the local system again and again while it is under load, starts it on what is left, and
 * holds its books against what its clients were told.
 *
 * <p>The seed decides when it is killed and what is sent. What the threads make of it differs from
 * run to run.
 */
public final class KilledRun implements AutoCloseable {
    /** New accounts between two kills; they see the kill after the next, too. */
    private static final List<String> MODES = List.of("test", "test", "live");

    private static final int GENERATIONS = 2;

    /** Between two kills, however slow the machine is. */
    private static final int LEAST_CALLS = 8;

    private static final Duration LONGEST_RECOVERY = Duration.ofMinutes(2);

    private final Path folder;
    private final Consumer<String> progress;
    private final long seed;
    private final UpstreamDouble upstream = UpstreamDouble.start();
    private final Load load = new Load();
    private final List<Account> accounts = new ArrayList<>();
    private final Instant began = Instant.now();
    private ChildSystem system;
    private Operator operator;
    private Duration recovery = Duration.ZERO;
    private int kills;

    /**
     * @param folder for the data and the log of the system
     * @param progress gets a line after each kill
     */
    KilledRun(long seed, Path folder, Consumer<String> progress) throws IOException {
        this.folder = folder;
        this.progress = progress;
        this.seed = seed;
        upstream.behave(new Provider());
        this.system = start();
        this.operator = new Operator(system);
    }

    /**
     * @param most kills
     * @throws AssertionError at the first thing that does not hold
     */
    Figures run(int most) throws Exception {
        while (kills < most) {
            var random = new Random(seed + kills);
            openAccounts();
            loadUntilKilled(random);
            while (kills < most && random.nextInt(6) == 0) {
                killBeforeItHasRecovered(random);
            }
            startAgain();
            var took = recover(Instant.now());
            progress.accept(
                    "%d of %d: %d calls, recovered after %d ms"
                            .formatted(kills, most, load.calls(), took.toMillis()));
        }
        return conclude();
    }

    private void startAgain() throws IOException {
        system.close();
        system = start();
        operator = new Operator(system);
    }

    private ChildSystem start() throws IOException {
        var builder = ChildSystem.builder(OrderedSystem.class, folder.resolve("data"));
        builder.environment().putAll(upstream.settings());
        builder.redirectErrorStream(false);
        var log = folder.resolve("log").toFile();
        return ChildSystem.start(builder.redirectError(ProcessBuilder.Redirect.appendTo(log)));
    }

    private void openAccounts() throws Exception {
        for (var mode : MODES) {
            var name = "account-" + accounts.size();
            var answer = operator.order(Account.order(mode, name)).orElseThrow();
            accounts.add(Account.of(mode, name, answer.string("key")));
        }
    }

    private List<Account> newest() {
        var from = Math.max(0, accounts.size() - GENERATIONS * MODES.size());
        return accounts.subList(from, accounts.size());
    }

    private void loadUntilKilled(Random random) throws Exception {
        var running = load.start(system.client(), List.copyOf(newest()), random);
        var end = Instant.now().plusMillis(500 + random.nextInt(3_000));
        // How many there are depends on the machine, so they take nothing from the round's numbers.
        var grants = new Random(random.nextLong());
        var enough = load.calls() + LEAST_CALLS;
        while (Instant.now().isBefore(end) || load.calls() < enough) {
            var account = newest().get(grants.nextInt(newest().size()));
            grant(account, "grant-" + account.grants().size());
            Thread.sleep(grants.nextInt(100));
        }
        // One is under way when it dies.
        var last = newest().getLast();
        var id = "last-" + last.grants().size();
        last.grants().put(id, false);
        operator.send(last.order(id));
        running.endBy(this::kill);
    }

    private void kill() {
        system.kill();
        kills++;
    }

    private void killBeforeItHasRecovered(Random random) throws Exception {
        startAgain();
        Thread.sleep(random.nextInt(1_000));
        kill();
    }

    /** The books balance at once; then each task ends, and what was promised is kept. */
    private Duration recover(Instant started) throws Exception {
        for (var account : newest()) {
            Books.of(system.client(), account).check();
        }
        for (var account : newest()) {
            awaitEnd(account, started);
        }
        var took = Duration.between(started, Instant.now());
        recovery = took.compareTo(recovery) > 0 ? took : recovery;
        for (var account : newest()) {
            for (var grant : account.unansweredGrants()) {
                grant(account, grant);
            }
            check(account);
        }
        return took;
    }

    private void awaitEnd(Account account, Instant started) throws InterruptedException {
        while (Books.credits(system.client(), account).number("held") > 0) {
            var since = Duration.between(started, Instant.now());
            assertTrue(since.compareTo(LONGEST_RECOVERY) < 0, account.name() + " is stuck");
            Thread.sleep(50);
        }
    }

    private int check(Account account) {
        var books = Books.of(system.client(), account);
        books.check();
        return new Promises(system.client(), account, books).check();
    }

    private Figures conclude() {
        var images = accounts.stream().mapToInt(this::check).sum();
        var tasks =
                accounts.stream()
                        .mapToInt(account -> Books.of(system.client(), account).tasks().size())
                        .sum();
        return new Figures(
                kills,
                load.calls(),
                load.unanswered(),
                tasks,
                images,
                new PaidCalls(upstream.requests()).check(),
                recovery,
                Duration.between(began, Instant.now()));
    }

    private void grant(Account account, String id) throws Exception {
        account.grants().put(id, false);
        if (operator.order(account.order(id)).isPresent()) {
            account.grants().put(id, true);
        }
    }

    @Override
    public void close() {
        system.close();
        upstream.close();
    }
}
