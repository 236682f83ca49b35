package dev.pixapi.lambda.handler;

import dev.pixapi.account.Principal;
import dev.pixapi.api.HttpRequest;
import dev.pixapi.api.Reply;
import dev.pixapi.lambda.wiring.Lazy;
import dev.pixapi.lambda.wiring.Pixapi;
import dev.pixapi.request.EditReader;

import java.util.function.Supplier;

/** POST /v1/async/images/edits: the same body, answers at once with a task. */
public final class SubmitEditHandler extends Endpoint {
    private final Supplier<TasksEndpoint> tasks;

    public SubmitEditHandler() {
        this(Pixapi.onAws(SubmitEditHandler.class));
    }

    public SubmitEditHandler(Pixapi pixapi) {
        super(pixapi, AnswerFormat.BUFFERED);
        this.tasks = Lazy.of(() -> new TasksEndpoint(pixapi));
    }

    @Override
    Reply answer(Principal principal, HttpRequest request) {
        return tasks.get().answer(principal, request, EditReader.read(request));
    }
}
