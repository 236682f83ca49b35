package dev.pixapi.lambda.handler;

import dev.pixapi.account.Principal;
import dev.pixapi.api.ApiException;
import dev.pixapi.api.ErrorCode;
import dev.pixapi.api.HttpRequest;
import dev.pixapi.api.Parameters;
import dev.pixapi.api.Reply;
import dev.pixapi.lambda.wiring.Pixapi;
import dev.pixapi.request.GenerationReader;
import dev.pixapi.task.Submission;
import dev.pixapi.task.SubmitTask;

/** POST /v1/async/images/generations: the same body, answers at once with a task. */
public final class SubmitHandler extends Endpoint {
    private static final int ACCEPTED = 202;

    private final GenerationReader reader;
    private final SubmitTask submit;
    private final TaskJson tasks;

    public SubmitHandler() {
        this(Pixapi.onAws());
    }

    public SubmitHandler(Pixapi pixapi) {
        super(pixapi.authenticator(), AnswerFormat.BUFFERED);
        this.reader = pixapi.generationReader();
        this.submit = pixapi.submitTask();
        this.tasks = TaskJson.of(pixapi);
    }

    @Override
    Reply answer(Principal principal, HttpRequest request) {
        var parameters = Parameters.ofJson(request);
        var generation = reader.read(parameters, principal.responseFormat());
        if (generation.stream()) {
            throw ApiException.at(
                    "stream",
                    ErrorCode.UNSUPPORTED_PARAMETER,
                    "A task has no stream; POST to /v1/images/generations for one.");
        }
        var submitted = submit.submit(Submission.of(principal, request, parameters, generation));
        var reply =
                Reply.json(ACCEPTED, tasks.withUrls(submitted.task()))
                        .with("location", request.base() + "/v1/tasks/" + submitted.task().id());
        return submitted.replayed() ? reply.with("idempotent-replayed", "true") : reply;
    }
}
