package dev.pixapi.lambda.handler;

import dev.pixapi.account.Principal;
import dev.pixapi.api.HttpRequest;
import dev.pixapi.api.Reply;
import dev.pixapi.lambda.wiring.Pixapi;
import dev.pixapi.task.FindTask;

/** GET /v1/tasks/{id}: one task; {@code ?wait=SECONDS} holds the answer until it has ended. */
public final class TaskHandler extends Endpoint {
    private final FindTask find;
    private final TaskJson tasks;
    private final LargeAnswers large;

    public TaskHandler() {
        this(Pixapi.onAws());
    }

    public TaskHandler(Pixapi pixapi) {
        super(pixapi.authenticator(), streamed(pixapi));
        this.find = pixapi.findTask();
        this.tasks = TaskJson.of(pixapi);
        this.large = new LargeAnswers(pixapi);
    }

    @Override
    Reply answer(Principal principal, HttpRequest request) throws InterruptedException {
        var id = request.pathParameter("id");
        var task = find.await(principal.account(), id, Queries.wait(request));
        return large.fitting(task, Reply.json(200, tasks.asAsked(task)));
    }
}
