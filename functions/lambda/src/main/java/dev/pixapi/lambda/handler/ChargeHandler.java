package dev.pixapi.lambda.handler;

import dev.pixapi.account.Principal;
import dev.pixapi.api.HttpRequest;
import dev.pixapi.api.Reply;
import dev.pixapi.lambda.wiring.Lazy;
import dev.pixapi.lambda.wiring.Pixapi;
import dev.pixapi.task.ExplainCharge;

import java.util.function.Supplier;

/**
 * GET /v1/tasks/{id}/charge: all that is known of what the task cost. Every key is always there.
 *
 * <pre>{"object": "task.charge", "task_id": "task_…", "status": "completed",
 *  "model": "gpt-image-2", "endpoint": "/v1/images/generations",
 *  "price": {"per_image": 4, "n": 2, "delivered": 1, "version": "2026-11-24"},
 *  "credits": {"held": 0, "hold": 8, "charged": 4, "refunded": 0, "at_risk": 0},
 *  "attempts": {"count": 1, "recorded": 1, "exchanges": [
 *      {"provider": "openai", "model": "gpt-image-2", "outcome": "images",
 *       "request_id": "req_…", "began_at": 1795361282, "took_ms": 21480}]},
 *  "entries": [as {@link EntryJson} has them, oldest first],
 *  "created_at": 1795361282, "started_at": 1795361282, "completed_at": 1795361304}</pre>
 *
 * <p>{@code held} is what it holds now, {@code hold} what it held while it ran: {@code per_image}
 * times {@code n}. {@code charged} is {@code per_image} times {@code delivered}, which is null for
 * an image that costs nothing. {@code at_risk} is what the operator may have paid providers for without
 * charging anybody. {@code count} is how often a runner took the task up; {@code recorded}, how
 * many of these runs left a record, is null when the records went with the task's media. An outcome
 * is images, rejected, not_accepted, unavailable, garbled or unknown. Times are in seconds since
 * 1970.
 */
public final class ChargeHandler extends Endpoint {
    private final Supplier<ExplainCharge> explain;

    public ChargeHandler() {
        this(Pixapi.onAws(ChargeHandler.class));
    }

    public ChargeHandler(Pixapi pixapi) {
        super(pixapi, AnswerFormat.BUFFERED);
        this.explain = Lazy.of(pixapi::explainCharge);
    }

    @Override
    Reply answer(Principal principal, HttpRequest request) {
        var charge = explain.get().explain(principal.account(), request.pathParameter("id"));
        return Reply.json(200, ChargeJson.of(charge));
    }
}
