package dev.pixapi.local;

import com.sun.net.httpserver.HttpExchange;

import dev.pixapi.api.Reply;

import java.io.PrintStream;
import java.util.Locale;
import java.util.Optional;

/** A line for each request: method, path, status, time, request id. Neither key nor prompt. */
record AccessLog(Optional<PrintStream> output) {
    private static final double NANOS_A_MILLI = 1e6;

    void line(HttpExchange exchange, Reply reply, long nanos) {
        output.ifPresent(
                stream ->
                        stream.printf(
                                Locale.ROOT,
                                "%-4s %s  %d  %.0f ms  %s%n",
                                exchange.getRequestMethod(),
                                exchange.getRequestURI().getPath(),
                                reply.status(),
                                nanos / NANOS_A_MILLI,
                                reply.headers().getOrDefault("x-request-id", "")));
    }
}
