package dev.pixapi.lambda.handler;

import dev.pixapi.api.ApiException;
import dev.pixapi.api.ErrorCode;
import dev.pixapi.api.ErrorReply;
import dev.pixapi.api.Reply;
import dev.pixapi.api.ResponseFormat;
import dev.pixapi.ledger.Task;
import dev.pixapi.task.GenerateImages.Generated;
import dev.pixapi.task.Manifest;
import dev.pixapi.task.MediaState;
import dev.pixapi.task.Results;
import dev.pixapi.task.TaskImages.Gone;
import dev.pixapi.task.TaskImages.None;
import dev.pixapi.task.TaskImages.Stored;

import java.util.function.BiFunction;

/** What a caller who waited for images gets: JSON, or server-sent events. */
final class ImagesReply {
    private final Results results;
    private final ImagesJson json;
    private final ImageEvents events;

    ImagesReply(Results results, ImagesJson json) {
        this.results = results;
        this.json = json;
        this.events = new ImageEvents(json);
    }

    Reply json(Generated made, String requestId) {
        return reply(made, requestId, this::json);
    }

    /** A failure is an error answer, which the SDKs read before they look for events. */
    Reply events(Generated made, String requestId) {
        return reply(made, requestId, events::reply);
    }

    private Reply json(Task task, Manifest manifest) {
        var format = ResponseFormat.named(task.order().responseFormat()).orElseThrow();
        return Reply.json(200, json.stored(task, manifest, format));
    }

    private Reply reply(
            Generated made, String requestId, BiFunction<Task, Manifest, Reply> success) {
        var reply =
                switch (results.of(made.task())) {
                    case Stored(var manifest) -> success.apply(made.task(), manifest);
                    case Gone(var how) -> ErrorReply.of(gone(how), requestId);
                    case None() -> failure(made, requestId);
                };
        return made.replayed() ? reply.with("idempotent-replayed", "true") : reply;
    }

    /** A replayed failure would only be replayed again: a new attempt takes a new key. */
    private static Reply failure(Generated made, String requestId) {
        var failure = made.task().progress().failure().orElseThrow();
        var code = ErrorCode.named(failure.code()).orElse(ErrorCode.INTERNAL_ERROR);
        var reply = ErrorReply.of(code, failure.message(), failure.parameter(), requestId);
        return made.replayed() ? reply.with("x-should-retry", "false") : reply;
    }

    /** Of a task that was charged: its answer cannot be given again. */
    static ApiException gone(MediaState how) {
        return how == MediaState.DELETED
                ? ApiException.of(
                        ErrorCode.MEDIA_DELETED, "The images of this task have been deleted.")
                : ApiException.of(
                        ErrorCode.MEDIA_EXPIRED,
                        "The images of this task are past their days, and no longer kept.");
    }
}
