package dev.pixapi.fetch;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Closes a socket when the time of its fetch is over, whatever it is doing then: a server that
 * sends a byte a second, or that reads none, never meets the timeout of a single read. The JDK's
 * own timer does it, so no thread has to be ended.
 */
final class Cutoff implements Closeable {
    private final Socket socket;
    private final CompletableFuture<Boolean> over = new CompletableFuture<>();

    Cutoff(Socket socket, Deadline deadline) {
        this.socket = socket;
        var _ =
                over.completeOnTimeout(true, deadline.left(), TimeUnit.NANOSECONDS)
                        .thenRun(this::closeSocket);
    }

    private void closeSocket() {
        try {
            socket.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Closes the socket now. TLS would say goodbye first, and could wait for it to be heard. */
    @Override
    public void close() throws IOException {
        over.cancel(false);
        socket.close();
    }
}
