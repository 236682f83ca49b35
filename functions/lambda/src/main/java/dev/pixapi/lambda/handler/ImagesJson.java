package dev.pixapi.lambda.handler;

import dev.pixapi.api.ResponseFormat;
import dev.pixapi.concurrent.Concurrently;
import dev.pixapi.lambda.wiring.Pixapi;
import dev.pixapi.ledger.Task;
import dev.pixapi.media.MediaUrls;
import dev.pixapi.task.Manifest;
import dev.pixapi.task.MediaState;
import dev.pixapi.task.Results;
import dev.pixapi.task.StoredImage;

import java.time.Instant;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The images answer, as OpenAI's and with our fields behind. */
final class ImagesJson {
    private final Results results;
    private final MediaUrls urls;

    ImagesJson(Results results, MediaUrls urls) {
        this.results = results;
        this.urls = urls;
    }

    static ImagesJson of(Pixapi pixapi) {
        return new ImagesJson(pixapi.results(), pixapi.mediaUrls());
    }

    Map<String, Object> stored(Task task, Manifest manifest, ResponseFormat format) {
        var first = manifest.images().getFirst().info();
        var json = begin(manifest.created(), entries(manifest, format));
        json.put("model", task.order().model());
        json.put("size", first.dimensions().toString());
        putChosen(json, "quality", manifest.quality());
        putChosen(json, "background", manifest.background());
        json.put("output_format", first.format().wireName());
        manifest.usage().ifPresent(usage -> json.put("usage", usage));
        return end(json, task);
    }

    /** What is left when the images are gone: an entry for each says how. */
    Map<String, Object> gone(Task task, MediaState how) {
        var time = task.progress().ended().orElseThrow();
        var json = begin(time, Collections.nCopies(task.delivered().orElse(0), mark(how)));
        json.put("model", task.order().model());
        return end(json, task);
    }

    /** The image in base64; empty when it was removed. */
    Optional<String> base64(StoredImage image) {
        return results.bytes(image).map(Base64.getEncoder()::encodeToString);
    }

    private static Map<String, Object> begin(Instant created, List<Map<String, Object>> data) {
        var json = new LinkedHashMap<String, Object>();
        json.put("created", created.getEpochSecond());
        json.put("data", data);
        return json;
    }

    private static Map<String, Object> end(Map<String, Object> json, Task task) {
        json.put("credits", task.progress().charged().toJson());
        json.put("task_id", task.id().value());
        return json;
    }

    /**
     * What was left to the provider and not told stays out: SDKs know no {@code auto} in an answer.
     */
    private static void putChosen(Map<String, Object> json, String name, String value) {
        if (!value.equals("auto")) {
            json.put(name, value);
        }
    }

    private List<Map<String, Object>> entries(Manifest manifest, ResponseFormat format) {
        return Concurrently.map(manifest.images(), image -> entry(image, format));
    }

    private Map<String, Object> entry(StoredImage image, ResponseFormat format) {
        var entry =
                switch (format) {
                    case URL -> field("url", urls.of(image.key()).toString());
                    case B64_JSON ->
                            base64(image)
                                    .map(text -> field("b64_json", text))
                                    .orElseGet(() -> mark(MediaState.EXPIRED));
                };
        image.revisedPrompt().ifPresent(prompt -> entry.put("revised_prompt", prompt));
        return entry;
    }

    private static Map<String, Object> mark(MediaState how) {
        return field(how.wireName(), true);
    }

    private static Map<String, Object> field(String name, Object value) {
        var entry = new LinkedHashMap<String, Object>();
        entry.put(name, value);
        return entry;
    }
}
