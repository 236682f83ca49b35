package dev.pixapi.local;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import dev.pixapi.api.Reply;
import dev.pixapi.json.MalformedJson;
import dev.pixapi.lambda.blueprint.Blueprint;
import dev.pixapi.lambda.blueprint.GatewayAnswer;
import dev.pixapi.lambda.blueprint.Trigger.Transfer;
import dev.pixapi.local.LocalFunctions.FunctionFailed;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * What stands before the functions: API Gateway's part (routes, limits, its own answers), and the
 * CDN's (images). Listens on loopback only.
 */
final class FrontDoor implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(FrontDoor.class.getName());

    /** API Gateway's limit of a body. */
    private static final int LARGEST_BODY = 10 * 1024 * 1024;

    /** Lambda's limit of an event. */
    private static final int LARGEST_EVENT = 6 * 1024 * 1024;

    /** What a client still sends after its refusal is read, so that it can read the refusal. */
    private static final int MOST_DRAINED = 64 * 1024 * 1024;

    private static final int BACKLOG = 1_024;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final RouteTable routes = new RouteTable(Blueprint.FUNCTIONS);

    private FrontDoor(HttpServer server) {
        this.server = server;
    }

    /**
     * Takes the port, and answers nothing yet.
     *
     * @param port 0 for any free one
     * @throws java.net.BindException when the port is taken
     */
    static FrontDoor bind(int port) throws IOException {
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        return new FrontDoor(HttpServer.create(address, BACKLOG));
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /**
     * What stands behind the door.
     *
     * @param streaming false for a stage that buffers every answer
     */
    record Behind(LocalFunctions functions, MediaFiles media, boolean streaming) {
        Transfer transfer(RouteTable.Match match) {
            return streaming ? match.route().transfer() : Transfer.BUFFERED;
        }
    }

    void open(Behind behind, AccessLog log) {
        server.createContext("/", exchange -> serve(exchange, log, () -> call(exchange, behind)));
        server.createContext(
                MediaFiles.PATH,
                exchange -> serve(exchange, log, () -> behind.media.read(exchange)));
        server.setExecutor(threads);
        server.start();
    }

    /** Makes the answer to a request. */
    private interface Answerer {
        Reply answer() throws IOException;
    }

    private void serve(HttpExchange exchange, AccessLog log, Answerer answerer) {
        var begin = System.nanoTime();
        try (exchange) {
            var reply = answer(answerer);
            reply.headers()
                    .forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
            var silent = exchange.getRequestMethod().equals("HEAD") || reply.body().length == 0;
            exchange.sendResponseHeaders(reply.status(), silent ? -1 : reply.body().length);
            if (!silent) {
                exchange.getResponseBody().write(reply.body());
            }
            log.line(exchange, reply, System.nanoTime() - begin);
        } catch (IOException gone) {
            LOG.log(System.Logger.Level.DEBUG, "the client went away", gone);
        }
    }

    private static Reply answer(Answerer answerer) throws IOException {
        try {
            return answerer.answer();
        } catch (RuntimeException failure) {
            LOG.log(System.Logger.Level.ERROR, "the front door failed", failure);
            return own(GatewayAnswer.FAILED, UUID.randomUUID().toString());
        }
    }

    private Reply call(HttpExchange exchange, Behind behind) throws IOException {
        var id = UUID.randomUUID().toString();
        var body = exchange.getRequestBody().readNBytes(LARGEST_BODY + 1);
        var match = routes.find(exchange.getRequestMethod(), exchange.getRequestURI().getRawPath());
        if (match.isEmpty()) {
            drain(exchange.getRequestBody());
            return own(GatewayAnswer.NO_ROUTE, id);
        }
        if (body.length > LARGEST_BODY) {
            drain(exchange.getRequestBody());
            return own(GatewayAnswer.TOO_LARGE, id);
        }
        var event = GatewayEvent.of(exchange, match.get(), body, id);
        return event.length > LARGEST_EVENT
                ? own(GatewayAnswer.TOO_LARGE, id)
                : invoke(behind, match.get(), event, id);
    }

    private static Reply invoke(Behind behind, RouteTable.Match match, byte[] event, String id) {
        try {
            var answer = behind.functions.invoke(match.function().name(), event);
            return GatewayReply.read(answer, behind.transfer(match));
        } catch (FunctionFailed failure) {
            LOG.log(System.Logger.Level.ERROR, match.function().name() + " failed", failure);
            return own(failure.timedOut() ? GatewayAnswer.TIMED_OUT : GatewayAnswer.FAILED, id);
        } catch (MalformedJson fault) {
            LOG.log(
                    System.Logger.Level.ERROR,
                    match.function().name() + " answered wrongly",
                    fault);
            return own(GatewayAnswer.FAILED, id);
        }
    }

    private static Reply own(GatewayAnswer answer, String id) {
        var requestId = "req_" + id;
        return answer.reply(requestId).with("x-request-id", requestId);
    }

    private static void drain(InputStream body) throws IOException {
        var left = (long) MOST_DRAINED;
        for (long skipped = 1; left > 0 && skipped > 0; left -= skipped) {
            skipped = body.skip(left);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
