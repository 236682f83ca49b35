package dev.pixapi.lambda.blueprint;

import static dev.pixapi.lambda.blueprint.Access.Action.BATCH_GET_ITEM;
import static dev.pixapi.lambda.blueprint.Access.Action.DELETE_OBJECT;
import static dev.pixapi.lambda.blueprint.Access.Action.GET_ITEM;
import static dev.pixapi.lambda.blueprint.Access.Action.LIST_BUCKET;
import static dev.pixapi.lambda.blueprint.Access.Action.UPDATE_ITEM;
import static dev.pixapi.lambda.blueprint.Access.by;
import static dev.pixapi.lambda.blueprint.Access.in;
import static dev.pixapi.lambda.blueprint.Access.to;
import static dev.pixapi.lambda.blueprint.Resources.TASKS;
import static dev.pixapi.lambda.blueprint.Trigger.Transfer.BUFFERED;
import static dev.pixapi.lambda.blueprint.Trigger.Transfer.STREAM;

import dev.pixapi.lambda.blueprint.Trigger.Http;
import dev.pixapi.lambda.handler.CancelTaskHandler;
import dev.pixapi.lambda.handler.ChargeHandler;
import dev.pixapi.lambda.handler.DeleteMediaHandler;
import dev.pixapi.lambda.handler.TaskHandler;
import dev.pixapi.lambda.handler.TasksHandler;
import dev.pixapi.media.MediaFolder;

import java.util.List;

/** The functions that find, end and clear tasks. */
final class TaskEndpoints {
    static final List<LambdaFunction> ALL =
            List.of(
                    new LambdaFunction(
                            "GetTask",
                            TaskHandler.class,
                            TaskHandler::new,
                            // A task's images may be asked for as base64, which outgrows a buffer.
                            new Http("GET", "/v1/tasks/{id}", STREAM),
                            Sizes.READS,
                            List.of(
                                    Rights.READS_KEYS,
                                    to(TASKS, GET_ITEM),
                                    Rights.READS_MANIFESTS,
                                    Rights.READS_IMAGES,
                                    Rights.KEEPS_ANSWERS)),
                    new LambdaFunction(
                            "GetCharge",
                            ChargeHandler.class,
                            ChargeHandler::new,
                            new Http("GET", "/v1/tasks/{id}/charge", BUFFERED),
                            Sizes.READS,
                            Rights.all(Rights.EXPLAINS, Rights.READS_KEYS)),
                    new LambdaFunction(
                            "ListTasks",
                            TasksHandler.class,
                            TasksHandler::new,
                            new Http("GET", "/v1/tasks", BUFFERED),
                            Sizes.READS,
                            List.of(
                                    Rights.READS_KEYS,
                                    to(TASKS, GET_ITEM, BATCH_GET_ITEM),
                                    by(TASKS, "by_account"),
                                    Rights.READS_MANIFESTS,
                                    Rights.SIGNS_IMAGES)),
                    new LambdaFunction(
                            "CancelTask",
                            CancelTaskHandler.class,
                            CancelTaskHandler::new,
                            new Http("POST", "/v1/tasks/{id}/cancel", BUFFERED),
                            Sizes.READS,
                            Rights.all(Rights.FINDS_AND_SETTLES, Rights.READS_KEYS)),
                    new LambdaFunction(
                            "DeleteMedia",
                            DeleteMediaHandler.class,
                            DeleteMediaHandler::new,
                            new Http("DELETE", "/v1/tasks/{id}/media", BUFFERED),
                            Sizes.READS,
                            // Marks the task, then removes whatever it finds by the task's
                            // prefixes.
                            List.of(
                                    Rights.READS_KEYS,
                                    to(TASKS, GET_ITEM, UPDATE_ITEM),
                                    in(MediaFolder.ANSWERS, LIST_BUCKET, DELETE_OBJECT),
                                    in(MediaFolder.IMAGES, LIST_BUCKET, DELETE_OBJECT),
                                    in(MediaFolder.TASKS, LIST_BUCKET, DELETE_OBJECT))));

    private TaskEndpoints() {}
}
