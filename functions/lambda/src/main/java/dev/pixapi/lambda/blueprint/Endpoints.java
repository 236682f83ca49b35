package dev.pixapi.lambda.blueprint;

import static dev.pixapi.lambda.blueprint.Access.Action.BATCH_GET_ITEM;
import static dev.pixapi.lambda.blueprint.Access.Action.DELETE_OBJECT;
import static dev.pixapi.lambda.blueprint.Access.Action.GET_ITEM;
import static dev.pixapi.lambda.blueprint.Access.Action.GET_OBJECT;
import static dev.pixapi.lambda.blueprint.Access.Action.LIST_BUCKET;
import static dev.pixapi.lambda.blueprint.Access.Action.PUT_ITEM;
import static dev.pixapi.lambda.blueprint.Access.Action.PUT_OBJECT;
import static dev.pixapi.lambda.blueprint.Access.Action.QUERY;
import static dev.pixapi.lambda.blueprint.Access.Action.SEND_MESSAGE;
import static dev.pixapi.lambda.blueprint.Access.Action.UPDATE_ITEM;
import static dev.pixapi.lambda.blueprint.Access.to;
import static dev.pixapi.lambda.blueprint.Resources.ACCOUNTS;
import static dev.pixapi.lambda.blueprint.Resources.ENTRIES;
import static dev.pixapi.lambda.blueprint.Resources.MEDIA;
import static dev.pixapi.lambda.blueprint.Resources.TASKS;
import static dev.pixapi.lambda.blueprint.Resources.TASK_QUEUE;
import static dev.pixapi.lambda.blueprint.Trigger.Transfer.BUFFERED;
import static dev.pixapi.lambda.blueprint.Trigger.Transfer.STREAM;

import dev.pixapi.lambda.blueprint.Trigger.Http;
import dev.pixapi.lambda.handler.CancelTaskHandler;
import dev.pixapi.lambda.handler.CreateFileHandler;
import dev.pixapi.lambda.handler.CreditsHandler;
import dev.pixapi.lambda.handler.DeleteFileHandler;
import dev.pixapi.lambda.handler.DeleteMediaHandler;
import dev.pixapi.lambda.handler.EditHandler;
import dev.pixapi.lambda.handler.EntriesHandler;
import dev.pixapi.lambda.handler.FileHandler;
import dev.pixapi.lambda.handler.GenerateHandler;
import dev.pixapi.lambda.handler.ModelHandler;
import dev.pixapi.lambda.handler.ModelsHandler;
import dev.pixapi.lambda.handler.QuoteHandler;
import dev.pixapi.lambda.handler.SubmitEditHandler;
import dev.pixapi.lambda.handler.SubmitHandler;
import dev.pixapi.lambda.handler.TaskHandler;
import dev.pixapi.lambda.handler.TasksHandler;

import java.util.List;

/** The functions behind routes. An endpoint is added here, and nowhere else. */
final class Endpoints {
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
                                    Rights.READS_AND_WRITES_MEDIA,
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
                                    Rights.READS_AND_WRITES_MEDIA,
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
                                    Rights.READS_PROVIDER_KEYS)),
                    new LambdaFunction(
                            "Submit",
                            SubmitHandler.class,
                            SubmitHandler::new,
                            new Http("POST", "/v1/async/images/generations", BUFFERED),
                            Sizes.READS,
                            // Puts a task, and settles it when its request cannot be kept.
                            List.of(
                                    Rights.READS_KEYS,
                                    to(ACCOUNTS, UPDATE_ITEM),
                                    to(TASKS, PUT_ITEM, UPDATE_ITEM),
                                    to(ENTRIES, PUT_ITEM),
                                    Rights.READS_AND_WRITES_MEDIA,
                                    to(TASK_QUEUE, SEND_MESSAGE),
                                    Rights.READS_PROVIDER_KEYS)),
                    new LambdaFunction(
                            "GetTask",
                            TaskHandler.class,
                            TaskHandler::new,
                            // A task's images may be asked for as base64, which outgrows a buffer.
                            new Http("GET", "/v1/tasks/{id}", STREAM),
                            Sizes.READS,
                            // A stage that buffers has it store what is too large.
                            List.of(
                                    Rights.READS_KEYS,
                                    to(TASKS, GET_ITEM),
                                    Rights.READS_AND_WRITES_MEDIA)),
                    new LambdaFunction(
                            "ListTasks",
                            TasksHandler.class,
                            TasksHandler::new,
                            new Http("GET", "/v1/tasks", BUFFERED),
                            Sizes.READS,
                            List.of(
                                    Rights.READS_KEYS,
                                    to(TASKS, GET_ITEM, BATCH_GET_ITEM, QUERY),
                                    Rights.READS_MEDIA)),
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
                                    to(MEDIA, LIST_BUCKET, DELETE_OBJECT))),
                    new LambdaFunction(
                            "CreateFile",
                            CreateFileHandler.class,
                            CreateFileHandler::new,
                            new Http("POST", "/v1/files", BUFFERED),
                            Sizes.READS_IMAGES,
                            // Who may put an object may sign the right to put it.
                            List.of(Rights.READS_KEYS, to(MEDIA, PUT_OBJECT))),
                    new LambdaFunction(
                            "GetFile",
                            FileHandler.class,
                            FileHandler::new,
                            new Http("GET", "/v1/files/{id}", BUFFERED),
                            Sizes.READS_IMAGES,
                            // Puts what it has found in an upload.
                            List.of(Rights.READS_KEYS, Rights.READS_AND_WRITES_MEDIA)),
                    new LambdaFunction(
                            "DeleteFile",
                            DeleteFileHandler.class,
                            DeleteFileHandler::new,
                            new Http("DELETE", "/v1/files/{id}", BUFFERED),
                            Sizes.READS,
                            List.of(
                                    Rights.READS_KEYS,
                                    to(MEDIA, GET_OBJECT, LIST_BUCKET, DELETE_OBJECT))),
                    new LambdaFunction(
                            "ListModels",
                            ModelsHandler.class,
                            ModelsHandler::new,
                            new Http("GET", "/v1/models", BUFFERED),
                            Sizes.READS,
                            List.of(Rights.READS_KEYS)),
                    new LambdaFunction(
                            "GetModel",
                            ModelHandler.class,
                            ModelHandler::new,
                            new Http("GET", "/v1/models/{id}", BUFFERED),
                            Sizes.READS,
                            List.of(Rights.READS_KEYS)),
                    new LambdaFunction(
                            "Quote",
                            QuoteHandler.class,
                            QuoteHandler::new,
                            new Http("POST", "/v1/quotes", BUFFERED),
                            Sizes.READS,
                            List.of(Rights.READS_KEYS)),
                    new LambdaFunction(
                            "GetCredits",
                            CreditsHandler.class,
                            CreditsHandler::new,
                            new Http("GET", "/v1/credits", BUFFERED),
                            Sizes.READS,
                            List.of(Rights.READS_KEYS, to(ACCOUNTS, GET_ITEM))),
                    new LambdaFunction(
                            "ListEntries",
                            EntriesHandler.class,
                            EntriesHandler::new,
                            new Http("GET", "/v1/credits/entries", BUFFERED),
                            Sizes.READS,
                            List.of(Rights.READS_KEYS, to(ENTRIES, QUERY))));

    private Endpoints() {}
}
