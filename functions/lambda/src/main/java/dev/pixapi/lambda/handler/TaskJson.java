package dev.pixapi.lambda.handler;

import dev.pixapi.api.ErrorCode;
import dev.pixapi.api.ErrorReply;
import dev.pixapi.api.ResponseFormat;
import dev.pixapi.lambda.wiring.Pixapi;
import dev.pixapi.ledger.Credits;
import dev.pixapi.ledger.Failure;
import dev.pixapi.ledger.Task;
import dev.pixapi.ledger.TaskStatus;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A task as the API shows it. */
final class TaskJson {
    private final TaskImagesJson images;

    TaskJson(TaskImagesJson images) {
        this.images = images;
    }

    static TaskJson of(Pixapi pixapi) {
        return new TaskJson(TaskImagesJson.of(pixapi));
    }

    /** Its images in the response format that it was opened with. */
    Map<String, Object> asAsked(Task task) {
        return json(task, ResponseFormat.named(task.order().responseFormat()).orElseThrow());
    }

    /** Its images by URL, for lists and short answers. */
    Map<String, Object> withUrls(Task task) {
        return json(task, ResponseFormat.URL);
    }

    private Map<String, Object> json(Task task, ResponseFormat format) {
        var order = task.order();
        var progress = task.progress();
        var json = new LinkedHashMap<String, Object>();
        json.put("id", task.id().value());
        json.put("object", "task");
        json.put("status", task.status().wireName());
        json.put("progress", percent(task.status()));
        putTimes(json, task);
        json.put("model", order.model());
        json.put("endpoint", order.path());
        json.put("credits", credits(task));
        json.put("metadata", order.metadata());
        order.user().ifPresent(user -> json.put("user", user));
        images.put(json, task, format);
        progress.failure().ifPresent(failure -> json.put("error", error(failure)));
        return json;
    }

    /** Providers tell nothing between the start and the end. */
    private static int percent(TaskStatus status) {
        return switch (status) {
            case SUBMITTED -> 0;
            case PROCESSING -> 50;
            case COMPLETED, FAILED, CANCELED -> 100;
        };
    }

    private static Map<String, Object> credits(Task task) {
        var held = task.isTerminal() ? Credits.ZERO : task.order().hold();
        var credits = new LinkedHashMap<String, Object>();
        credits.put("held", held.toJson());
        credits.put("charged", task.progress().charged().toJson());
        return credits;
    }

    private static Map<String, Object> error(Failure failure) {
        var code = ErrorCode.named(failure.code()).orElse(ErrorCode.INTERNAL_ERROR);
        return ErrorReply.object(code, failure.message(), failure.parameter());
    }

    static void putTimes(Map<String, Object> json, Task task) {
        json.put("created_at", task.order().created().getEpochSecond());
        json.put("started_at", seconds(task.progress().started()));
        json.put("completed_at", seconds(task.progress().ended()));
    }

    /** Null while it has not happened: the field is always there. */
    private static Long seconds(Optional<Instant> time) {
        return time.map(Instant::getEpochSecond).orElse(null);
    }
}
