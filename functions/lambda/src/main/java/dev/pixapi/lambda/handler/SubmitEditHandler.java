package dev.pixapi.lambda.handler;

import dev.pixapi.account.Principal;
import dev.pixapi.api.HttpRequest;
import dev.pixapi.api.Reply;
import dev.pixapi.lambda.wiring.Pixapi;
import dev.pixapi.request.EditReader;

/** POST /v1/async/images/edits: the same body, answers at once with a task. */
public final class SubmitEditHandler extends Endpoint {
    private final TasksEndpoint tasks;

    public SubmitEditHandler() {
        this(Pixapi.onAws());
    }

    public SubmitEditHandler(Pixapi pixapi) {
        super(pixapi.authenticator(), AnswerFormat.BUFFERED);
        this.tasks = new TasksEndpoint(pixapi);
    }

    @Override
    Reply answer(Principal principal, HttpRequest request) {
        return tasks.answer(principal, request, EditReader.read(request));
    }
}
