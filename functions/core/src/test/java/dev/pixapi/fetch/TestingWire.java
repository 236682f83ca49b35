package dev.pixapi.fetch;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

/**
 * A server that says over TLS what no web server would, to one client. What it was told is kept up
 * to the empty line.
 */
final class TestingWire implements AutoCloseable {

    /** Says something, as long as it is let. */
    @FunctionalInterface
    interface Script {
        void play(SSLSocket socket, OutputStream out) throws IOException, InterruptedException;
    }

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CompletableFuture<String> request = new CompletableFuture<>();
    private final SSLServerSocket server;

    TestingWire(Script script) throws IOException {
        var loopback = InetAddress.ofLiteral("127.0.0.1");
        server =
                (SSLServerSocket)
                        TestingTls.shared()
                                .getServerSocketFactory()
                                .createServerSocket(0, 1, loopback);
        var _ =
                threads.submit(
                        () -> {
                            try (var socket = (SSLSocket) server.accept()) {
                                request.complete(head(socket));
                                script.play(socket, socket.getOutputStream());
                            }
                            return null;
                        });
    }

    /** Says this, byte by byte as Latin-1, and hangs up. */
    static TestingWire saying(String text) throws IOException {
        return new TestingWire((_, out) -> out.write(bytes(text)));
    }

    static void say(OutputStream out, String text) throws IOException {
        out.write(bytes(text));
        out.flush();
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String head(SSLSocket socket) throws IOException {
        var in = socket.getInputStream();
        var text = new StringBuilder();
        while (text.indexOf("\r\n\r\n") < 0) {
            text.append((char) in.read());
        }
        return text.toString();
    }

    String request() {
        return request.join();
    }

    String url() {
        return "https://images.example.com:" + port() + "/";
    }

    int port() {
        return server.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        server.close();
        threads.shutdownNow();
    }
}
