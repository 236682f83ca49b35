package dev.pixapi.lambda.handler;

import dev.pixapi.account.Principal;
import dev.pixapi.api.HttpRequest;
import dev.pixapi.api.Parameters;
import dev.pixapi.api.Reply;
import dev.pixapi.catalog.Catalog;
import dev.pixapi.concurrent.Concurrently;
import dev.pixapi.lambda.wiring.Lazy;
import dev.pixapi.lambda.wiring.Pixapi;
import dev.pixapi.ledger.TaskStatus;
import dev.pixapi.task.ListTasks;

import java.util.Optional;
import java.util.function.Supplier;

/** GET /v1/tasks: the account's tasks, newest first. */
public final class TasksHandler extends Endpoint {
    private final Supplier<ListTasks> list;
    private final Supplier<Catalog> catalog;
    private final Supplier<TaskJson> tasks;

    public TasksHandler() {
        this(Pixapi.onAws(TasksHandler.class));
    }

    public TasksHandler(Pixapi pixapi) {
        super(pixapi, AnswerFormat.BUFFERED);
        this.list = Lazy.of(pixapi::listTasks);
        this.catalog = pixapi::catalog;
        this.tasks = Lazy.of(() -> TaskJson.of(pixapi));
    }

    @Override
    Reply answer(Principal principal, HttpRequest request) {
        var query =
                new ListTasks.Query(
                        Queries.limit(request),
                        request.queryParameter("after"),
                        status(request),
                        request.queryParameter("model").map(this::modelId));
        var page = list.get().list(principal.account(), query);
        return ListJson.fitting(
                Concurrently.map(page.tasks(), tasks.get()::withUrls), page.hasMore());
    }

    /** An alias means its model; a name that is unknown now may have been a model once. */
    private String modelId(String name) {
        return catalog.get().find(name).map(named -> named.model().id()).orElse(name);
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
