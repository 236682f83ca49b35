package dev.pixapi.lambda.handler;

import dev.pixapi.account.Principal;
import dev.pixapi.api.ApiException;
import dev.pixapi.api.ErrorCode;
import dev.pixapi.api.HttpRequest;
import dev.pixapi.api.Reply;
import dev.pixapi.lambda.wiring.Pixapi;
import dev.pixapi.request.ImagesBody;
import dev.pixapi.request.ImagesReader;
import dev.pixapi.task.Submission;
import dev.pixapi.task.SubmitTask;

/** What the endpoints share that answer at once with a task. */
final class TasksEndpoint {
    private static final int ACCEPTED = 202;

    private final ImagesReader reader;
    private final SubmitTask submit;
    private final TaskJson tasks;

    TasksEndpoint(Pixapi pixapi) {
        this.reader = pixapi.imagesReader();
        this.submit = pixapi.submitTask();
        this.tasks = TaskJson.of(pixapi);
    }

    Reply answer(Principal principal, HttpRequest request, ImagesBody body) {
        var asked =
                reader.read(body.parameters(), principal.responseFormat(), body.sources().shape());
        if (asked.stream()) {
            throw ApiException.at(
                    "stream",
                    ErrorCode.UNSUPPORTED_PARAMETER,
                    "A task has no stream; POST to /v1/images/… for one.");
        }
        var submitted = submit.submit(Submission.of(principal, request, body, asked));
        var reply =
                Reply.json(ACCEPTED, tasks.withUrls(submitted.task()))
                        .with("location", request.base() + "/v1/tasks/" + submitted.task().id());
        return submitted.replayed() ? reply.with("idempotent-replayed", "true") : reply;
    }
}
