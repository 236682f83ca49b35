package dev.pixapi.local.embedded;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** What has been started so far, so that it can be ended, also after half a start. */
final class OpenParts implements AutoCloseable {
    private final Queue<AutoCloseable> clients = new ConcurrentLinkedQueue<>();
    private final Queue<AutoCloseable> servers = new ConcurrentLinkedQueue<>();
    private final Queue<AutoCloseable> locks = new ConcurrentLinkedQueue<>();

    /** Platform threads: most of a start is class loading, which would pin virtual ones. */
    static ExecutorService threads() {
        return Executors.newThreadPerTaskExecutor(
                Thread.ofPlatform().daemon().name("embedded-", 0).factory());
    }

    <T extends AutoCloseable> T client(T part) {
        clients.add(part);
        return part;
    }

    <T extends AutoCloseable> T server(T part) {
        servers.add(part);
        return part;
    }

    void lock(FolderLock lock) {
        locks.add(lock);
    }

    /** Closes all after a failure, and adds to it what fails here. */
    void closeAfter(Throwable failure) {
        try {
            close();
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }

    /**
     * Clients, then servers at once, then the lock; a part that fails does not spare the others.
     */
    @Override
    public void close() throws IOException {
        var failures = new ArrayList<Throwable>();
        for (var group : List.of(clients, servers, locks)) {
            failures.addAll(closeAll(group));
            group.clear();
        }
        if (!failures.isEmpty()) {
            var failure = new IOException("some embedded parts did not close");
            failures.forEach(failure::addSuppressed);
            throw failure;
        }
    }

    private static List<Throwable> closeAll(Queue<AutoCloseable> group) {
        List<Future<AutoCloseable>> closing;
        try (var threads = threads()) {
            closing = group.stream().map(part -> threads.submit(() -> closed(part))).toList();
        }
        return closing.stream()
                .filter(part -> part.state() == Future.State.FAILED)
                .map(Future::exceptionNow)
                .toList();
    }

    private static AutoCloseable closed(AutoCloseable part) throws Exception {
        part.close();
        return part;
    }
}
