package dev.pixapi.lambda.handler;

import dev.pixapi.account.Principal;
import dev.pixapi.api.HttpRequest;
import dev.pixapi.api.Parameters;
import dev.pixapi.api.Reply;
import dev.pixapi.lambda.wiring.Lazy;
import dev.pixapi.lambda.wiring.Pixapi;
import dev.pixapi.request.ImagesBody;

import java.util.function.Supplier;

/** POST /v1/async/images/generations: the same body, answers at once with a task. */
public final class SubmitHandler extends Endpoint {
    private final Supplier<TasksEndpoint> tasks;

    public SubmitHandler() {
        this(Pixapi.onAws(SubmitHandler.class));
    }

    public SubmitHandler(Pixapi pixapi) {
        super(pixapi, AnswerFormat.BUFFERED);
        this.tasks = Lazy.of(() -> new TasksEndpoint(pixapi));
    }

    @Override
    Reply answer(Principal principal, HttpRequest request) {
        return tasks.get().answer(principal, request, ImagesBody.of(Parameters.ofJson(request)));
    }
}
