package dev.pixapi.lambda.handler;

import dev.pixapi.api.ResponseFormat;
import dev.pixapi.lambda.wiring.Pixapi;
import dev.pixapi.ledger.Failure;
import dev.pixapi.ledger.Task;
import dev.pixapi.task.Manifest;
import dev.pixapi.task.MediaState;
import dev.pixapi.task.Results;
import dev.pixapi.task.TaskImages;
import dev.pixapi.task.TaskImages.Gone;
import dev.pixapi.task.TaskImages.None;
import dev.pixapi.task.TaskImages.Stored;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a task says of its images: how many came, why others did not, and which are still there. */
final class TaskImagesJson {
    private final Results results;
    private final ImagesJson images;

    TaskImagesJson(Results results, ImagesJson images) {
        this.results = results;
        this.images = images;
    }

    static TaskImagesJson of(Pixapi pixapi) {
        return new TaskImagesJson(pixapi.results(), ImagesJson.of(pixapi));
    }

    /** Adds {@code images}, and {@code result} where there are some. */
    void put(Map<String, Object> json, Task task, ResponseFormat format) {
        var found = results.of(task);
        json.put("images", counts(task, found));
        result(task, found, format).ifPresent(result -> json.put("result", result));
    }

    private Optional<Map<String, Object>> result(
            Task task, TaskImages found, ResponseFormat format) {
        return switch (found) {
            case Stored(var manifest) -> Optional.of(images.stored(task, manifest, format));
            case Gone(var how) -> Optional.of(images.gone(task, how));
            case None() -> Optional.empty();
        };
    }

    private Map<String, Object> counts(Task task, TaskImages found) {
        var json = new LinkedHashMap<String, Object>();
        json.put("requested", task.order().count());
        switch (found) {
            case Stored(var manifest) -> {
                json.put("delivered", manifest.images().size());
                json.put("failed", failed(task, manifest));
                putMedia(json, task, MediaState.STORED);
            }
            case Gone(var how) -> {
                json.put("delivered", task.delivered().stream().boxed().findAny().orElse(null));
                putMedia(json, task, how);
            }
            case None() -> {
                json.put("delivered", 0);
                // What it started from may still be kept.
                if (task.isTerminal()) {
                    putMedia(json, task, results.state(task));
                }
            }
        }
        return json;
    }

    private static void putMedia(Map<String, Object> json, Task task, MediaState state) {
        json.put("media", state.wireName());
        task.mediaEnds().ifPresent(end -> json.put("expires_at", end.getEpochSecond()));
    }

    /** One for each image that was asked for and did not come; an image too many fails nothing. */
    private static List<Map<String, Object>> failed(Task task, Manifest manifest) {
        var lacking = Math.max(0, task.order().count() - manifest.images().size());
        return manifest.missing(lacking).stream().map(TaskImagesJson::failure).toList();
    }

    private static Map<String, Object> failure(Failure failure) {
        var json = new LinkedHashMap<String, Object>();
        json.put("code", failure.code());
        json.put("message", failure.message());
        return json;
    }
}
