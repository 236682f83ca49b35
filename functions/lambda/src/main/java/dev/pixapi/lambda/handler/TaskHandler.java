package dev.pixapi.lambda.handler;

import dev.pixapi.account.Principal;
import dev.pixapi.api.HttpRequest;
import dev.pixapi.api.Reply;
import dev.pixapi.lambda.wiring.Lazy;
import dev.pixapi.lambda.wiring.Pixapi;
import dev.pixapi.task.FindTask;

import java.util.function.Supplier;

/** GET /v1/tasks/{id}: one task; {@code ?wait=SECONDS} holds the answer until it has ended. */
public final class TaskHandler extends Endpoint {
    private final Supplier<FindTask> find;
    private final Supplier<TaskJson> tasks;
    private final Supplier<LargeAnswers> large;

    public TaskHandler() {
        this(Pixapi.onAws(TaskHandler.class));
    }

    public TaskHandler(Pixapi pixapi) {
        super(pixapi, streamed(pixapi));
        this.find = Lazy.of(pixapi::findTask);
        this.tasks = Lazy.of(() -> TaskJson.of(pixapi));
        this.large = Lazy.of(() -> new LargeAnswers(pixapi));
    }

    @Override
    Reply answer(Principal principal, HttpRequest request) throws InterruptedException {
        var id = request.pathParameter("id");
        var task = find.get().await(principal.account(), id, Queries.wait(request));
        return large.get().fitting(task, Reply.json(200, tasks.get().asAsked(task)));
    }
}
