package dev.pixapi.lambda.handler;

import dev.pixapi.account.Principal;
import dev.pixapi.api.HttpRequest;
import dev.pixapi.api.Reply;
import dev.pixapi.lambda.wiring.Pixapi;
import dev.pixapi.task.CancelTask;

/** POST /v1/tasks/{id}/cancel: cancels a task that no worker has claimed; releases its hold. */
public final class CancelTaskHandler extends Endpoint {
    private final CancelTask cancel;
    private final TaskJson tasks;

    public CancelTaskHandler() {
        this(Pixapi.onAws());
    }

    public CancelTaskHandler(Pixapi pixapi) {
        super(pixapi.authenticator(), AnswerFormat.BUFFERED);
        this.cancel = pixapi.cancelTask();
        this.tasks = TaskJson.of(pixapi);
    }

    @Override
    Reply answer(Principal principal, HttpRequest request) {
        var canceled = cancel.cancel(principal.account(), request.pathParameter("id"));
        return Reply.json(200, tasks.withUrls(canceled));
    }
}
