package dev.pixapi.local.upstream;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.util.Optional;
import java.util.function.Consumer;

/** One connection to the double. The request is read when it is first asked for, or never. */
public final class UpstreamExchange {
    private final Socket socket;
    private final InputStream input;
    private final Consumer<UpstreamRequest> seen;
    private Optional<UpstreamRequest> request = Optional.empty();

    UpstreamExchange(Socket socket, Consumer<UpstreamRequest> seen) throws IOException {
        this.socket = socket;
        this.input = new BufferedInputStream(socket.getInputStream());
        this.seen = seen;
    }

    public UpstreamRequest request() throws IOException {
        if (request.isEmpty()) {
            request = Optional.of(UpstreamRequest.read(input));
            seen.accept(request.get());
        }
        return request.get();
    }

    /** Waits until the request is on its way, and takes no more of it than one byte. */
    public void awaitFirstByte() throws IOException {
        socket.getInputStream().read();
    }

    /** Reads the request, if that was not done, and answers it whole. */
    public void answer(UpstreamAnswer answer) throws IOException {
        var length = String.valueOf(answer.body().length);
        send(answer.with("content-length", length).head());
        send(answer.body());
    }

    /** Bytes as they are, at once. */
    public void send(byte[] bytes) throws IOException {
        request();
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
    }

    /** Returns when the far side has given the connection up. */
    public void awaitEnd() throws IOException {
        request();
        while (input.read() >= 0) {
            // A caller that sends more is no matter here.
        }
    }

    /** Breaks the connection off with RST instead of FIN. */
    public void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }
}
