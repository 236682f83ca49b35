package dev.pixapi.task;

import dev.pixapi.api.Parameters;
import dev.pixapi.concurrent.Threads;
import dev.pixapi.image.InputImage;
import dev.pixapi.image.Inputs;
import dev.pixapi.json.Fields;
import dev.pixapi.json.Json;
import dev.pixapi.json.MalformedJson;
import dev.pixapi.ledger.Task;
import dev.pixapi.media.MediaStore;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The requests of tasks, beside their images: what a runner that takes over later reads. Input
 * images are copies, so that nobody can change or remove them before the task has run.
 */
final class KeptRequests {
    private static final String MASK = "mask";

    private final MediaStore media;
    private final Threads threads;

    KeptRequests(TaskOpener.Parts parts) {
        this.media = parts.media();
        this.threads = parts.threads();
    }

    /** A request as it was accepted. */
    record Kept(Parameters parameters, Inputs inputs) {}

    /** The images first, what names them last. */
    void keep(Task task, Parameters parameters, Inputs inputs) {
        var indexes = IntStream.range(0, inputs.images().size()).boxed().toList();
        var images = threads.map(indexes, i -> kept(task, "input-" + i, inputs.images().get(i)));
        var json = new LinkedHashMap<String, Object>();
        json.put("parameters", parameters.values());
        json.put("form", parameters.texts());
        json.put("inputs", images);
        inputs.mask().ifPresent(mask -> json.put(MASK, kept(task, MASK, mask)));
        media.putIfAbsent(MediaKeys.request(task), "application/json", Json.bytes(json));
    }

    /** Empty for a task whose opener died before it had kept the request. */
    Optional<Kept> find(Task task) {
        return media.get(MediaKeys.request(task)).map(json -> read(task, json));
    }

    private Map<String, Object> kept(Task task, String name, InputImage image) {
        var format = image.info().format();
        var key = MediaKeys.input(task, name, format);
        media.putIfAbsent(key, format.mediaType(), image.bytes());
        return StoredImageCodec.write(new StoredImage(key, image.info(), Optional.empty()));
    }

    private Kept read(Task task, byte[] bytes) {
        try {
            var json = new Fields(Json.object(bytes));
            var inputs = new ArrayList<>(json.objects("inputs"));
            if (json.has(MASK)) {
                inputs.add(json.object(MASK));
            }
            var images = new ArrayList<>(threads.map(inputs, this::image));
            var mask =
                    json.has(MASK)
                            ? Optional.of(images.removeLast())
                            : Optional.<InputImage>empty();
            return new Kept(
                    new Parameters(json.object("parameters").values(), json.flag("form", false)),
                    new Inputs(List.copyOf(images), mask));
        } catch (MalformedJson fault) {
            throw new IllegalStateException("the request of " + task.id() + " is no JSON", fault);
        }
    }

    private InputImage image(Fields json) {
        var stored = StoredImageCodec.read(json);
        // The key is not told: who reads it in a log could read the task's images.
        var bytes =
                media.get(stored.key())
                        .orElseThrow(() -> new IllegalStateException("an input image is missing"));
        return new InputImage(bytes, stored.info());
    }
}
