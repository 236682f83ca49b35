package dev.pixapi.lambda.handler;

import dev.pixapi.api.ApiException;
import dev.pixapi.api.ErrorCode;
import dev.pixapi.api.ErrorReply;
import dev.pixapi.api.Reply;
import dev.pixapi.api.ResponseFormat;
import dev.pixapi.json.Json;
import dev.pixapi.ledger.Failure;
import dev.pixapi.ledger.Task;
import dev.pixapi.task.GenerateImages.Generated;
import dev.pixapi.task.Manifest;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a caller who waited for images gets: JSON, or server-sent events. */
final class ImagesReply {
    /** SDKs want it in an event, also where the provider counts no tokens. */
    private static final Map<String, Object> NO_USAGE =
            Map.of(
                    "input_tokens",
                    0,
                    "output_tokens",
                    0,
                    "total_tokens",
                    0,
                    "input_tokens_details",
                    Map.of("text_tokens", 0, "image_tokens", 0));

    private final ImagesJson images;

    ImagesReply(ImagesJson images) {
        this.images = images;
    }

    Reply json(Generated made, String requestId) {
        var format = ResponseFormat.named(made.task().order().responseFormat()).orElseThrow();
        var reply =
                images.of(made.task(), format)
                        .map(json -> Reply.json(200, json))
                        .orElseGet(() -> failure(made, requestId));
        return marked(made, reply);
    }

    /**
     * The final event of each image, sent together: a Java function cannot send piecewise. A
     * failure is an error answer, which the SDKs read before they look for events.
     */
    Reply events(Generated made, String requestId) {
        var reply =
                images.manifest(made.task())
                        .map(manifest -> eventStream(made.task(), manifest))
                        .orElseGet(() -> failure(made, requestId));
        return marked(made, reply);
    }

    private Reply eventStream(Task task, Manifest manifest) {
        var type = event(task);
        var stream = new StringBuilder();
        for (var image : manifest.images()) {
            var event = new LinkedHashMap<String, Object>();
            event.put("type", type);
            event.put("b64_json", images.base64(image));
            event.put("created_at", manifest.created().getEpochSecond());
            event.put("size", image.info().dimensions().toString());
            event.put("quality", manifest.quality());
            event.put("background", manifest.background());
            event.put("output_format", image.info().format().wireName());
            event.put("usage", manifest.usage().orElse(NO_USAGE));
            event.put("credits", task.progress().charged().toJson());
            event.put("task_id", task.id().value());
            stream.append("event: ")
                    .append(type)
                    .append("\ndata: ")
                    .append(Json.write(event))
                    .append("\n\n");
        }
        return new Reply(
                200,
                Map.of(
                        "content-type",
                        "text/event-stream; charset=utf-8",
                        "cache-control",
                        "no-store"),
                stream.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String event(Task task) {
        return task.order().path().endsWith("/edits")
                ? "image_edit.completed"
                : "image_generation.completed";
    }

    /** A replayed failure would only be replayed again: a new attempt takes a new key. */
    private static Reply failure(Generated made, String requestId) {
        var failure = made.task().progress().failure().orElseGet(() -> gone());
        var code = ErrorCode.named(failure.code()).orElse(ErrorCode.INTERNAL_ERROR);
        var reply = ErrorReply.of(code, failure.message(), failure.parameter(), requestId);
        return made.replayed() ? reply.with("x-should-retry", "false") : reply;
    }

    private static Failure gone() {
        throw ApiException.of(
                ErrorCode.IMAGE_NOT_FOUND, "The images of this task are no longer kept.");
    }

    private static Reply marked(Generated made, Reply reply) {
        return made.replayed() ? reply.with("idempotent-replayed", "true") : reply;
    }
}
