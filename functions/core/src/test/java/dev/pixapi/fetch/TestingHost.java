package dev.pixapi.fetch;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A web server on one of the loopback addresses, and what it was asked for. */
final class TestingHost implements AutoCloseable {
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final HttpsServer server;

    TestingHost(InetSocketAddress address) throws IOException {
        server = HttpsServer.create(address, 0);
        server.setHttpsConfigurator(new HttpsConfigurator(TestingTls.shared()));
        server.setExecutor(threads);
        server.start();
    }

    static TestingHost on(String address) throws IOException {
        return new TestingHost(new InetSocketAddress(InetAddress.ofLiteral(address), 0));
    }

    TestingHost with(String path, HttpHandler handler) {
        server.createContext(
                path,
                exchange -> {
                    asked.add(exchange.getRequestURI().toString());
                    try (exchange) {
                        handler.handle(exchange);
                    }
                });
        return this;
    }

    TestingHost withBytes(String path, byte[] bytes) {
        return with(path, exchange -> answer(exchange, 200, bytes));
    }

    TestingHost withStatus(String path, int status) {
        return with(path, exchange -> answer(exchange, status, new byte[0]));
    }

    TestingHost withRedirect(String path, int status, String location) {
        return with(
                path,
                exchange -> {
                    exchange.getResponseHeaders().add("Location", location);
                    answer(exchange, status, new byte[0]);
                });
    }

    static void answer(HttpExchange exchange, int status, byte[] bytes) throws IOException {
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    List<String> asked() {
        return List.copyOf(asked);
    }

    String url(String path) {
        return url("images.example.com", path);
    }

    String url(String name, String path) {
        return "https://" + name + ":" + port() + path;
    }

    int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
