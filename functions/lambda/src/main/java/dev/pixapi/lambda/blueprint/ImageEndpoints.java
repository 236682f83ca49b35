package dev.pixapi.lambda.blueprint;

import static dev.pixapi.lambda.blueprint.Access.Action.GET_ITEM;
import static dev.pixapi.lambda.blueprint.Access.Action.PUT_ITEM;
import static dev.pixapi.lambda.blueprint.Access.Action.SEND_MESSAGE;
import static dev.pixapi.lambda.blueprint.Access.Action.UPDATE_ITEM;
import static dev.pixapi.lambda.blueprint.Access.to;
import static dev.pixapi.lambda.blueprint.Resources.ACCOUNTS;
import static dev.pixapi.lambda.blueprint.Resources.ENTRIES;
import static dev.pixapi.lambda.blueprint.Resources.TASKS;
import static dev.pixapi.lambda.blueprint.Resources.TASK_QUEUE;
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
                            // Puts a task and settles it; reads it when it joins an earlier
                            // request.
                            List.of(
                                    Rights.READS_KEYS,
                                    to(ACCOUNTS, UPDATE_ITEM),
                                    to(TASKS, GET_ITEM, PUT_ITEM, UPDATE_ITEM),
                                    to(ENTRIES, PUT_ITEM),
                                    Rights.RUNS_ON_MEDIA,
                                    Rights.READS_PROVIDER_KEYS)),
                    new LambdaFunction(
                            "Edit",
                            EditHandler.class,
                            EditHandler::new,
                            new Http("POST", "/v1/images/edits", STREAM),
                            Sizes.RUNS_TASKS,
                            List.of(
                                    Rights.READS_KEYS,
                                    to(ACCOUNTS, UPDATE_ITEM),
                                    to(TASKS, GET_ITEM, PUT_ITEM, UPDATE_ITEM),
                                    to(ENTRIES, PUT_ITEM),
                                    Rights.RUNS_ON_MEDIA,
                                    Rights.READS_PROVIDER_KEYS)),
                    new LambdaFunction(
                            "Submit",
                            SubmitHandler.class,
                            SubmitHandler::new,
                            new Http("POST", "/v1/async/images/generations", BUFFERED),
                            Sizes.READS,
                            // Puts a task, and settles it when its request cannot be kept; reads it
                            // when
                            // the model is away.
                            List.of(
                                    Rights.READS_KEYS,
                                    to(ACCOUNTS, UPDATE_ITEM),
                                    to(TASKS, GET_ITEM, PUT_ITEM, UPDATE_ITEM),
                                    to(ENTRIES, PUT_ITEM),
                                    Rights.READS_AND_WRITES_MEDIA,
                                    to(TASK_QUEUE, SEND_MESSAGE),
                                    Rights.READS_PROVIDER_KEYS)),
                    new LambdaFunction(
                            "SubmitEdit",
                            SubmitEditHandler.class,
                            SubmitEditHandler::new,
                            new Http("POST", "/v1/async/images/edits", BUFFERED),
                            Sizes.READS_IMAGES,
                            // As Submit; and looks for an earlier task before it fetches images.
                            List.of(
                                    Rights.READS_KEYS,
                                    to(ACCOUNTS, UPDATE_ITEM),
                                    to(TASKS, GET_ITEM, PUT_ITEM, UPDATE_ITEM),
                                    to(ENTRIES, PUT_ITEM),
                                    Rights.READS_AND_WRITES_MEDIA,
                                    to(TASK_QUEUE, SEND_MESSAGE),
                                    Rights.READS_PROVIDER_KEYS)));

    private ImageEndpoints() {}
}
