package dev.pixapi.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Finds the addresses of a name, within a time. The system's resolver cannot be interrupted, and
 * waits as long as it likes for a name server that says nothing; so it is asked in threads of the
 * platform (a virtual one would hold on to its processor), which end by themselves afterwards.
 */
final class Lookup {
    /** That may be under way, abandoned ones among them; a request has at most 17 images. */
    private static final int MOST = 64;

    private static final long IDLE_SECONDS = 1;

    /** Asks for all addresses of a host. */
    @FunctionalInterface
    interface Resolver {
        InetAddress[] resolve(String host) throws UnknownHostException;
    }

    private final Resolver resolver;
    private final ThreadPoolExecutor threads =
            new ThreadPoolExecutor(
                    0,
                    MOST,
                    IDLE_SECONDS,
                    TimeUnit.SECONDS,
                    new SynchronousQueue<>(),
                    Thread.ofPlatform().daemon().name("lookup-", 0).factory());

    Lookup(Resolver resolver) {
        this.resolver = resolver;
    }

    List<InetAddress> addresses(String host, Deadline deadline) throws FetchRefused {
        try {
            var asked = threads.submit(() -> List.of(resolver.resolve(host)));
            return asked.get(deadline.left(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException | RejectedExecutionException | TimeoutException _) {
            throw FetchRefused.unreachable();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw FetchRefused.unreachable();
        }
    }
}
