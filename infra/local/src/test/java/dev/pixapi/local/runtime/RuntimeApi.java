package dev.pixapi.local.runtime;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Lambda's Runtime API, as AWS's runtime client talks to it: hands out events and takes what the
 * handler answers.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html">the Runtime API</a>
 */
final class RuntimeApi implements AutoCloseable {
    private static final String BASE = "/2018-06-01/runtime/";

    private final BlockingQueue<byte[]> events = new ArrayBlockingQueue<>(8);
    private final BlockingQueue<Result> results = new ArrayBlockingQueue<>(8);
    private final CountDownLatch called = new CountDownLatch(1);
    private final CountDownLatch checkpoint = new CountDownLatch(1);
    private final CountDownLatch ready = new CountDownLatch(1);
    private final CountDownLatch restore = new CountDownLatch(1);
    private final HttpServer server;

    /** What came of an event: {@code response}, or an error of the handler or of its making. */
    record Result(String kind, byte[] body) {
        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    RuntimeApi() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext(BASE, this::serve);
        server.start();
    }

    /** As AWS_LAMBDA_RUNTIME_API wants it. */
    String address() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    /** The answer to an event; a minute at most. */
    Result invoke(byte[] event) throws InterruptedException {
        return invoke(event, () -> true)
                .orElseThrow(() -> new AssertionError("the function did not answer"));
    }

    /** As above, but empty as soon as the function's process has ended. */
    Optional<Result> invoke(byte[] event, BooleanSupplier alive) throws InterruptedException {
        events.add(event);
        for (var wait = 0; wait < 600; wait++) {
            var result = Optional.ofNullable(results.poll(100, TimeUnit.MILLISECONDS));
            if (result.isPresent() || !alive.getAsBoolean()) {
                return result;
            }
        }
        return Optional.empty();
    }

    /** Returns when the runtime client has made its first call, or has ended; a minute at most. */
    void awaitCall(BooleanSupplier alive) throws InterruptedException {
        for (var wait = 0; wait < 600 && alive.getAsBoolean(); wait++) {
            if (called.await(100, TimeUnit.MILLISECONDS)) {
                return;
            }
        }
    }

    /** Returns when the function has started and asks for an event; a minute at most. */
    void awaitReady() throws InterruptedException {
        await(ready);
    }

    /** Returns when the function is ready for its snapshot; a minute at most. */
    void awaitCheckpoint() throws InterruptedException {
        await(checkpoint);
    }

    private static void await(CountDownLatch latch) throws InterruptedException {
        if (!latch.await(1, TimeUnit.MINUTES)) {
            throw new AssertionError("the function did not come so far");
        }
    }

    /** Lets the function go on as a copy of its snapshot does. */
    void restore() {
        restore.countDown();
    }

    private void serve(HttpExchange exchange) throws IOException {
        called.countDown();
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            if (path.endsWith("/invocation/next")) {
                next(exchange);
            } else if (path.endsWith("/restore/next")) {
                checkpoint.countDown();
                restore.await();
                exchange.sendResponseHeaders(200, -1);
            } else {
                results.add(
                        new Result(
                                path.substring(path.lastIndexOf('/') + 1),
                                exchange.getRequestBody().readAllBytes()));
                exchange.sendResponseHeaders(202, -1);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void next(HttpExchange exchange) throws IOException, InterruptedException {
        ready.countDown();
        var event = events.take();
        var headers = exchange.getResponseHeaders();
        headers.set("Lambda-Runtime-Aws-Request-Id", UUID.randomUUID().toString());
        headers.set(
                "Lambda-Runtime-Deadline-Ms", String.valueOf(System.currentTimeMillis() + 60_000));
        headers.set(
                "Lambda-Runtime-Invoked-Function-Arn",
                "arn:aws:lambda:us-east-1:000000000000:function:test");
        headers.set("Lambda-Runtime-Trace-Id", "Root=1-00000000-000000000000000000000000");
        headers.set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, event.length);
        exchange.getResponseBody().write(event);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
