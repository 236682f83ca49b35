package dev.pixapi.lambda.handler;

import dev.pixapi.api.ResponseFormat;
import dev.pixapi.lambda.wiring.Pixapi;
import dev.pixapi.ledger.Task;
import dev.pixapi.media.MediaUrls;
import dev.pixapi.task.Concurrently;
import dev.pixapi.task.Manifest;
import dev.pixapi.task.Results;
import dev.pixapi.task.StoredImage;

import java.util.Base64;
import java.util.LinkedHashMap;
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

    /** Empty for a task without images. */
    Optional<Map<String, Object>> of(Task task, ResponseFormat format) {
        return results.of(task).map(manifest -> json(task, manifest, format));
    }

    Optional<Manifest> manifest(Task task) {
        return results.of(task);
    }

    /** The image in base64; an image that was removed since is an empty text. */
    String base64(StoredImage image) {
        return results.bytes(image).map(Base64.getEncoder()::encodeToString).orElse("");
    }

    private Map<String, Object> json(Task task, Manifest manifest, ResponseFormat format) {
        var first = manifest.images().getFirst().info();
        var json = new LinkedHashMap<String, Object>();
        json.put("created", manifest.created().getEpochSecond());
        json.put("data", Concurrently.map(manifest.images(), image -> entry(image, format)));
        json.put("model", task.order().model());
        json.put("size", first.dimensions().toString());
        putChosen(json, "quality", manifest.quality());
        putChosen(json, "background", manifest.background());
        json.put("output_format", first.format().wireName());
        manifest.usage().ifPresent(usage -> json.put("usage", usage));
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

    private Map<String, Object> entry(StoredImage image, ResponseFormat format) {
        var entry = new LinkedHashMap<String, Object>();
        switch (format) {
            case URL -> entry.put("url", urls.of(image.key()).toString());
            case B64_JSON -> entry.put("b64_json", base64(image));
        }
        image.revisedPrompt().ifPresent(prompt -> entry.put("revised_prompt", prompt));
        return entry;
    }
}
