package dev.pixapi.lambda.handler;

import dev.pixapi.account.Principal;
import dev.pixapi.api.HttpRequest;
import dev.pixapi.api.Reply;
import dev.pixapi.lambda.wiring.Lazy;
import dev.pixapi.lambda.wiring.Pixapi;
import dev.pixapi.task.DeleteMedia;

import java.util.function.Supplier;

/** DELETE /v1/tasks/{id}/media: deletes what the task has stored; the task stays. */
public final class DeleteMediaHandler extends Endpoint {
    private final Supplier<DeleteMedia> delete;
    private final Supplier<TaskJson> tasks;

    public DeleteMediaHandler() {
        this(Pixapi.onAws(DeleteMediaHandler.class));
    }

    public DeleteMediaHandler(Pixapi pixapi) {
        super(pixapi, AnswerFormat.BUFFERED);
        this.delete = Lazy.of(pixapi::deleteMedia);
        this.tasks = Lazy.of(() -> TaskJson.of(pixapi));
    }

    @Override
    Reply answer(Principal principal, HttpRequest request) {
        var task = delete.get().delete(principal.account(), request.pathParameter("id"));
        return Reply.json(200, tasks.get().withUrls(task));
    }
}
