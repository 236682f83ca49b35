package dev.pixapi.lambda.handler;

import dev.pixapi.account.Principal;
import dev.pixapi.api.HttpRequest;
import dev.pixapi.api.Reply;
import dev.pixapi.lambda.wiring.Pixapi;
import dev.pixapi.task.DeleteMedia;

/** DELETE /v1/tasks/{id}/media: deletes what the task has stored; the task stays. */
public final class DeleteMediaHandler extends Endpoint {
    private final DeleteMedia delete;
    private final TaskJson tasks;

    public DeleteMediaHandler() {
        this(Pixapi.onAws());
    }

    public DeleteMediaHandler(Pixapi pixapi) {
        super(pixapi.authenticator(), AnswerFormat.BUFFERED);
        this.delete = pixapi.deleteMedia();
        this.tasks = TaskJson.of(pixapi);
    }

    @Override
    Reply answer(Principal principal, HttpRequest request) {
        var task = delete.delete(principal.account(), request.pathParameter("id"));
        return Reply.json(200, tasks.withUrls(task));
    }
}
