package dev.pixapi.local.kill;

import dev.pixapi.local.TestingClient;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/**
 * Clients that send requests of all kinds, repeat them and cancel them, until they are stopped or
 * the system is gone.
 */
final class Load {
    private static final int CLIENTS = 8;

    /** Of each client, between two requests. */
    private static final int LONGEST_PAUSE_MILLIS = 60;

    private final AtomicInteger labels = new AtomicInteger();
    private final LongAdder calls = new LongAdder();
    private final LongAdder unanswered = new LongAdder();

    /** Calls that were made, repeats and cancellations among them. */
    long calls() {
        return calls.sum();
    }

    /** Those among them that nobody answered any more. */
    long unanswered() {
        return unanswered.sum();
    }

    /** Clients under way. */
    static final class Running {
        private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        private volatile boolean open = true;

        /** Returns when each client has what it will ever have of its last call. */
        void endBy(Runnable kill) {
            open = false;
            kill.run();
            threads.close();
        }
    }

    Running start(TestingClient client, List<Account> accounts, Random random) {
        var running = new Running();
        for (var i = 0; i < CLIENTS; i++) {
            var mine = new Random(random.nextLong());
            running.threads.execute(
                    () -> {
                        while (running.open) {
                            turn(client, accounts.get(mine.nextInt(accounts.size())), mine);
                        }
                    });
        }
        return running;
    }

    private void turn(TestingClient client, Account account, Random random) {
        try {
            switch (random.nextInt(10)) {
                case 0, 1 -> repeat(client, account, random);
                case 2, 3 -> cancel(client, account);
                default -> send(client, account, create(account, random));
            }
            Thread.sleep(random.nextInt(LONGEST_PAUSE_MILLIS));
        } catch (UncheckedIOException gone) {
            unanswered.increment();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private Sent create(Account account, Random random) {
        var label = "r" + labels.incrementAndGet();
        var sent = account.isLive() ? Sent.live(label, random) : Sent.test(label, random);
        account.sent().add(sent);
        return sent;
    }

    private void send(TestingClient client, Account account, Sent sent) {
        calls.increment();
        sent.answers().add(client.post(sent.path(), account.key(), sent.body(), sent.headers()));
    }

    /** Rather one that was never answered, as a client does that wants its images. */
    private void repeat(TestingClient client, Account account, Random random) {
        var keyed = new ArrayList<>(account.requests());
        keyed.removeIf(sent -> !sent.keyed());
        var open = keyed.stream().filter(sent -> sent.answers().isEmpty()).toList();
        var among = open.isEmpty() ? keyed : open;
        if (!among.isEmpty()) {
            send(client, account, among.get(random.nextInt(among.size())));
        }
    }

    /** The newest task that was promised and has perhaps not begun. */
    private void cancel(TestingClient client, Account account) {
        var accepted = new ArrayList<>(account.requests());
        accepted.removeIf(sent -> sent.sync() || sent.tasks().isEmpty());
        if (!accepted.isEmpty()) {
            calls.increment();
            var sent = accepted.getLast();
            var path = "/v1/tasks/" + sent.tasks().getFirst() + "/cancel";
            sent.cancels().add(client.post(path, account.key(), Map.of()));
        }
    }
}
