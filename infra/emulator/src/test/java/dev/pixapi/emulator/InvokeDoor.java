package dev.pixapi.emulator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import dev.pixapi.json.Json;
import dev.pixapi.local.LocalFunctions;
import dev.pixapi.local.LocalFunctions.FunctionFailed;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;

/** The one call of Lambda's API that an operator makes, in front of the local functions. */
record InvokeDoor(HttpServer server) implements AutoCloseable {
    private static final String FUNCTIONS = "/2015-03-31/functions/";

    static InvokeDoor open(LocalFunctions functions) throws IOException {
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        var server = HttpServer.create(address, 0);
        server.createContext(FUNCTIONS, exchange -> answer(exchange, functions));
        server.start();
        return new InvokeDoor(server);
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** A function that failed is answered with 200 as well, and a header says so. */
    private static void answer(HttpExchange exchange, LocalFunctions functions) throws IOException {
        var name = exchange.getRequestURI().getPath().split("/", -1)[3];
        var event = exchange.getRequestBody().readAllBytes();
        try {
            send(exchange, functions.invoke(name, event));
        } catch (FunctionFailed failure) {
            exchange.getResponseHeaders().set("X-Amz-Function-Error", "Unhandled");
            send(exchange, Json.bytes(Map.of("errorMessage", failure.getMessage())));
        }
    }

    private static void send(HttpExchange exchange, byte[] body) throws IOException {
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
