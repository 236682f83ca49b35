package dev.pixapi.lambda.handler;

import dev.pixapi.api.Reply;
import dev.pixapi.lambda.wiring.Pixapi;
import dev.pixapi.ledger.Task;
import dev.pixapi.task.KeptAnswers;

import java.util.LinkedHashMap;

/**
 * Answers with images that a buffered stage cannot hand over: they are stored, and the caller is
 * sent there. The SDKs follow a 303 as a GET, and leave their key behind where the origin changes.
 */
final class LargeAnswers {
    /**
     * The most bytes of a body that travel in the answer itself. Lambda takes 6 MB in all; the room
     * is for headers and for what JSON escapes.
     */
    static final int MOST_BYTES = 5_500_000;

    private static final int SEE_OTHER = 303;

    private final boolean streaming;
    private final KeptAnswers answers;

    LargeAnswers(Pixapi pixapi) {
        this.streaming = pixapi.settings().streaming();
        this.answers = pixapi.keptAnswers();
    }

    /** The answer itself, or where it is. */
    Reply fitting(Task task, Reply reply) {
        if (streaming || reply.body().length <= MOST_BYTES) {
            return reply;
        }
        var headers = new LinkedHashMap<>(reply.headers());
        headers.remove("content-type");
        headers.put("location", answers.keep(task, reply).toString());
        headers.put("cache-control", "no-store");
        return new Reply(SEE_OTHER, headers, new byte[0]);
    }
}
