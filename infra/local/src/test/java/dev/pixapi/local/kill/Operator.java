package dev.pixapi.local.kill;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pixapi.json.Fields;
import dev.pixapi.json.Json;
import dev.pixapi.json.MalformedJson;
import dev.pixapi.local.ChildSystem;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Who gives orders to an {@link OrderedSystem}, one at a time. */
record Operator(ChildSystem system) {
    private static final int PATIENCE_SECONDS = 60;

    /** Waits for no answer. */
    void send(String order) throws IOException {
        var input = system.process().outputWriter(StandardCharsets.UTF_8);
        input.write(order + "\n");
        input.flush();
    }

    /** The answer of the operator's function; empty when the function failed. */
    Optional<Fields> order(String order) throws IOException, InterruptedException, MalformedJson {
        send(order);
        while (true) {
            var line = system.said().poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            assertTrue(line != null, "the operator's order was not answered");
            if (line.startsWith(OrderedSystem.ANSWER)) {
                return answer(line.substring(OrderedSystem.ANSWER.length()));
            }
        }
    }

    private static Optional<Fields> answer(String json) throws MalformedJson {
        var answer = Json.object(json);
        return answer.isEmpty() ? Optional.empty() : Optional.of(new Fields(answer));
    }
}
