package dev.pixapi.local.upstream;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A provider on loopback that speaks OpenAI's images API and can misbehave as no HTTP library
 * would. A thread and a connection a call; it keeps what it was asked.
 */
public final class UpstreamDouble implements AutoCloseable {
    /** The operator's key at this provider. */
    public static final String KEY = "sk-upstream";

    private static final int BACKLOG = 50;

    private final ServerSocket server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final AtomicInteger calls = new AtomicInteger();
    private final List<UpstreamRequest> requests = new CopyOnWriteArrayList<>();
    private volatile Behaviour behaviour = Images.asAsked();

    private UpstreamDouble(ServerSocket server) {
        this.server = server;
    }

    /** On a free port; answers with images until it is told otherwise. */
    public static UpstreamDouble start() {
        try {
            var started =
                    new UpstreamDouble(
                            new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress()));
            started.threads.execute(started::accept);
            return started;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The base URL, with the version. */
    public URI url() {
        return URI.create(origin() + "/v1");
    }

    /** The URL without a path. */
    public String origin() {
        return "http://127.0.0.1:" + server.getLocalPort();
    }

    /**
     * Settings that lead a system here.
     *
     * @param more names and values in turn
     */
    public Map<String, String> settings(String... more) {
        return settings(Map.of("OPENAI_BASE_URL", url().toString(), "OPENAI_API_KEY", KEY), more);
    }

    /** As {@link #settings(String...)}, for Azure's way. */
    public Map<String, String> azure(String... more) {
        return settings(
                Map.of("AZURE_OPENAI_ENDPOINT", origin(), "AZURE_OPENAI_API_KEY", KEY), more);
    }

    private static Map<String, String> settings(Map<String, String> own, String... more) {
        var settings = new HashMap<>(own);
        for (var i = 0; i < more.length; i += 2) {
            settings.put(more[i], more[i + 1]);
        }
        return settings;
    }

    /** From now on; forgets the calls before. */
    public void behave(Behaviour next) {
        behaviour = next;
        calls.set(0);
        requests.clear();
    }

    /** Connections, those among them on which no request was read. */
    public int calls() {
        return calls.get();
    }

    public List<UpstreamRequest> requests() {
        return List.copyOf(requests);
    }

    /** The one request since it was told how to behave. */
    public UpstreamRequest request() {
        if (requests.size() != 1) {
            throw new AssertionError(requests.size() + " requests came");
        }
        return requests.getFirst();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                var socket = server.accept();
                calls.incrementAndGet();
                sockets.add(socket);
                threads.execute(() -> serve(socket));
            } catch (IOException failure) {
                if (!server.isClosed()) {
                    throw new UncheckedIOException(failure);
                }
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            behaviour.serve(new UpstreamExchange(socket, requests::add));
        } catch (IOException givenUp) {
            // The far side has gone, which is its right; what came of it is for the test to say.
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            sockets.remove(socket);
        }
    }

    /** Ends every call at once. */
    @Override
    public void close() {
        try {
            server.close();
            for (var socket : sockets) {
                socket.close();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } finally {
            threads.shutdownNow();
        }
    }
}
