package dev.pixapi.lambda.handler;

import dev.pixapi.api.Reply;
import dev.pixapi.json.Json;
import dev.pixapi.ledger.Task;
import dev.pixapi.task.Manifest;
import dev.pixapi.task.MediaState;
import dev.pixapi.task.StoredImage;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Images as server-sent events: the final one of each image, sent together, since a Java function
 * cannot send piecewise.
 */
final class ImageEvents {
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

    ImageEvents(ImagesJson images) {
        this.images = images;
    }

    /**
     * @throws dev.pixapi.api.ApiException 410 when an image was removed in the meantime
     */
    Reply reply(Task task, Manifest manifest) {
        var type = type(task);
        var stream = new StringBuilder();
        for (var image : manifest.images()) {
            stream.append("event: ")
                    .append(type)
                    .append("\ndata: ")
                    .append(Json.write(event(task, manifest, image)))
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

    private Map<String, Object> event(Task task, Manifest manifest, StoredImage image) {
        var base64 = images.base64(image).orElseThrow(() -> ImagesReply.gone(MediaState.EXPIRED));
        var event = new LinkedHashMap<String, Object>();
        event.put("type", type(task));
        event.put("b64_json", base64);
        event.put("created_at", manifest.created().getEpochSecond());
        event.put("size", image.info().dimensions().toString());
        event.put("quality", manifest.quality());
        event.put("background", manifest.background());
        event.put("output_format", image.info().format().wireName());
        event.put("usage", manifest.usage().orElse(NO_USAGE));
        event.put("credits", task.progress().charged().toJson());
        event.put("task_id", task.id().value());
        return event;
    }

    private static String type(Task task) {
        return task.order().path().endsWith("/edits")
                ? "image_edit.completed"
                : "image_generation.completed";
    }
}
