package dev.pixapi.simulation.world;

import dev.pixapi.ledger.Task;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What callers were told. */
public final class Replies {
    private final Map<String, List<Reply>> replies = new HashMap<>();

    /** An answer to a request. */
    public sealed interface Reply {
        /** The task as it was shown. */
        record Shown(Task task) implements Reply {}

        /** A refusal, by its code. */
        record Refused(String code) implements Reply {}

        /** An internal error. */
        record Broken() implements Reply {}

        /** A task for a body that is not its own. */
        record Foreign(Task task) implements Reply {}
    }

    void note(String request, Reply reply) {
        replies.computeIfAbsent(request, _ -> new ArrayList<>()).add(reply);
    }

    public List<Reply> to(String request) {
        return replies.getOrDefault(request, List.of());
    }
}
