package dev.pixapi.lambda.handler;

import dev.pixapi.account.Principal;
import dev.pixapi.api.HttpRequest;
import dev.pixapi.api.Parameters;
import dev.pixapi.api.Reply;
import dev.pixapi.catalog.Catalog;
import dev.pixapi.concurrent.Concurrently;
import dev.pixapi.lambda.wiring.Pixapi;
import dev.pixapi.ledger.TaskStatus;
import dev.pixapi.task.ListTasks;

import java.util.Optional;

/** GET /v1/tasks: the account's tasks, newest first. */
public final class TasksHandler extends Endpoint {
    private final ListTasks list;
    private final Catalog catalog;
    private final TaskJson tasks;

    public TasksHandler() {
        this(Pixapi.onAws());
    }

    public TasksHandler(Pixapi pixapi) {
        super(pixapi.authenticator(), AnswerFormat.BUFFERED);
        this.list = pixapi.listTasks();
        this.catalog = pixapi.catalog();
        this.tasks = TaskJson.of(pixapi);
    }

    @Override
    Reply answer(Principal principal, HttpRequest request) {
        var query =
                new ListTasks.Query(
                        Queries.limit(request),
                        request.queryParameter("after"),
                        status(request),
                        request.queryParameter("model").map(this::modelId));
        var page = list.list(principal.account(), query);
        return ListJson.fitting(Concurrently.map(page.tasks(), tasks::withUrls), page.hasMore());
    }

    /** An alias means its model; a name that is unknown now may have been a model once. */
    private String modelId(String name) {
        return catalog.find(name).map(named -> named.model().id()).orElse(name);
    }

    private static Optional<TaskStatus> status(HttpRequest request) {
        return request.queryParameter("status")
                .map(
                        name ->
                                TaskStatus.named(name)
                                        .orElseThrow(
                                                () ->
                                                        Parameters.invalid(
                                                                "status",
                                                                "must be submitted, processing,"
                                                                        + " completed, failed or"
                                                                        + " canceled")));
    }
}
