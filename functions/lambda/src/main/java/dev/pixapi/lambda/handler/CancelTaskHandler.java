package dev.pixapi.lambda.handler;

import dev.pixapi.account.Principal;
import dev.pixapi.api.HttpRequest;
import dev.pixapi.api.Reply;
import dev.pixapi.lambda.wiring.Lazy;
import dev.pixapi.lambda.wiring.Pixapi;
import dev.pixapi.task.CancelTask;

import java.util.function.Supplier;

/** POST /v1/tasks/{id}/cancel: cancels a task that no worker has claimed; releases its hold. */
public final class CancelTaskHandler extends Endpoint {
    private final Supplier<CancelTask> cancel;
    private final Supplier<TaskJson> tasks;

    public CancelTaskHandler() {
        this(Pixapi.onAws(CancelTaskHandler.class));
    }

    public CancelTaskHandler(Pixapi pixapi) {
        super(pixapi, AnswerFormat.BUFFERED);
        this.cancel = Lazy.of(pixapi::cancelTask);
        this.tasks = Lazy.of(() -> TaskJson.of(pixapi));
    }

    @Override
    Reply answer(Principal principal, HttpRequest request) {
        var canceled = cancel.get().cancel(principal.account(), request.pathParameter("id"));
        return Reply.json(200, tasks.get().withUrls(canceled));
    }
}
