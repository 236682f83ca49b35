package dev.pixapi.local.upstream;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What the double does with a call. */
@FunctionalInterface
public interface Behaviour {
    /**
     * Returns when the connection is to be closed.
     *
     * @throws InterruptedException when the double is closed meanwhile
     */
    void serve(UpstreamExchange exchange) throws IOException, InterruptedException;

    /** One for each call in turn; the last one serves all that follow. */
    static Behaviour inTurn(Behaviour... behaviours) {
        Queue<Behaviour> left = new ConcurrentLinkedQueue<>(List.of(behaviours));
        var last = behaviours[behaviours.length - 1];
        return exchange -> {
            var next = left.poll();
            (next == null ? last : next).serve(exchange);
        };
    }

    /** By the prompt of the call, word for word; images for any other. */
    static Behaviour byPrompt(Map<String, Behaviour> behaviours) {
        return exchange ->
                behaviours
                        .getOrDefault(exchange.request().prompt(), Images.asAsked())
                        .serve(exchange);
    }
}
