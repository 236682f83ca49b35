package dev.pixapi.lambda.blueprint;

import static dev.pixapi.lambda.blueprint.Trigger.Transfer.BUFFERED;
import static dev.pixapi.lambda.blueprint.Trigger.Transfer.STREAM;

import dev.pixapi.lambda.blueprint.Trigger.Http;
import dev.pixapi.lambda.handler.EditHandler;
import dev.pixapi.lambda.handler.GenerateHandler;
import dev.pixapi.lambda.handler.SubmitEditHandler;
import dev.pixapi.lambda.handler.SubmitHandler;

import java.util.List;

/** The functions that make images, or accept tasks that will. */
final class ImageEndpoints {
    static final List<LambdaFunction> ALL =
            List.of(
                    new LambdaFunction(
                            "Generate",
                            GenerateHandler.class,
                            GenerateHandler::new,
                            new Http("POST", "/v1/images/generations", STREAM),
                            Sizes.RUNS_TASKS,
                            Rights.OPENS_AND_RUNS),
                    new LambdaFunction(
                            "Edit",
                            EditHandler.class,
                            EditHandler::new,
                            new Http("POST", "/v1/images/edits", STREAM),
                            Sizes.RUNS_TASKS,
                            Rights.all(Rights.OPENS_AND_RUNS, Rights.READS_FILES)),
                    new LambdaFunction(
                            "Submit",
                            SubmitHandler.class,
                            SubmitHandler::new,
                            new Http("POST", "/v1/async/images/generations", BUFFERED),
                            Sizes.READS,
                            // Answers a repeat with what the task has made since.
                            Rights.all(Rights.OPENS_AND_SENDS, Rights.SIGNS_IMAGES)),
                    new LambdaFunction(
                            "SubmitEdit",
                            SubmitEditHandler.class,
                            SubmitEditHandler::new,
                            new Http("POST", "/v1/async/images/edits", BUFFERED),
                            Sizes.READS_IMAGES,
                            // An edit may start from an image that was made here.
                            Rights.all(
                                    Rights.OPENS_AND_SENDS,
                                    Rights.READS_IMAGES,
                                    Rights.READS_FILES)));

    private ImageEndpoints() {}
}
