package dev.pixapi.lambda.blueprint;

import static dev.pixapi.lambda.blueprint.Access.Action.BATCH_GET_ITEM;
import static dev.pixapi.lambda.blueprint.Access.Action.GET_ITEM;
import static dev.pixapi.lambda.blueprint.Access.Action.GET_OBJECT;
import static dev.pixapi.lambda.blueprint.Access.Action.GET_SECRET;
import static dev.pixapi.lambda.blueprint.Access.Action.LIST_BUCKET;
import static dev.pixapi.lambda.blueprint.Access.Action.PUT_ITEM;
import static dev.pixapi.lambda.blueprint.Access.Action.PUT_OBJECT;
import static dev.pixapi.lambda.blueprint.Access.Action.QUERY;
import static dev.pixapi.lambda.blueprint.Access.Action.SEND_MESSAGE;
import static dev.pixapi.lambda.blueprint.Access.Action.UPDATE_ITEM;
import static dev.pixapi.lambda.blueprint.Access.to;
import static dev.pixapi.lambda.blueprint.Resources.ACCOUNTS;
import static dev.pixapi.lambda.blueprint.Resources.DEAD_LETTERS;
import static dev.pixapi.lambda.blueprint.Resources.ENTRIES;
import static dev.pixapi.lambda.blueprint.Resources.KEYS;
import static dev.pixapi.lambda.blueprint.Resources.MEDIA;
import static dev.pixapi.lambda.blueprint.Resources.PROVIDER_KEYS;
import static dev.pixapi.lambda.blueprint.Resources.TASKS;
import static dev.pixapi.lambda.blueprint.Resources.TASK_QUEUE;
import static dev.pixapi.lambda.blueprint.Trigger.Transfer.BUFFERED;
import static dev.pixapi.lambda.blueprint.Trigger.Transfer.STREAM;

import dev.pixapi.lambda.blueprint.LambdaFunction.Size;
import dev.pixapi.lambda.blueprint.Trigger.Direct;
import dev.pixapi.lambda.blueprint.Trigger.Http;
import dev.pixapi.lambda.blueprint.Trigger.Messages;
import dev.pixapi.lambda.blueprint.Trigger.Schedule;
import dev.pixapi.lambda.handler.CancelTaskHandler;
import dev.pixapi.lambda.handler.CreditsHandler;
import dev.pixapi.lambda.handler.DeadLetterHandler;
import dev.pixapi.lambda.handler.EntriesHandler;
import dev.pixapi.lambda.handler.GenerateHandler;
import dev.pixapi.lambda.handler.ModelHandler;
import dev.pixapi.lambda.handler.ModelsHandler;
import dev.pixapi.lambda.handler.ProvisionHandler;
import dev.pixapi.lambda.handler.QuoteHandler;
import dev.pixapi.lambda.handler.SubmitHandler;
import dev.pixapi.lambda.handler.SweepHandler;
import dev.pixapi.lambda.handler.TaskHandler;
import dev.pixapi.lambda.handler.TasksHandler;
import dev.pixapi.lambda.handler.WorkHandler;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * What Pixapi is made of, said once. The CDK app makes it on AWS, the local run makes it on one
 * machine, tests walk it; an endpoint is added here and nowhere else.
 */
public final class Blueprint {
    public static final List<Table> TABLES = List.of(ACCOUNTS, TASKS, ENTRIES, KEYS);

    /** A queue stands behind the one that it redrives to. */
    public static final List<Queue> QUEUES = List.of(DEAD_LETTERS, TASK_QUEUE);

    public static final List<Bucket> BUCKETS = List.of(MEDIA);

    public static final List<Secret> SECRETS = List.of(PROVIDER_KEYS);

    /** Waits most of its time; draws nothing itself but sandbox pictures, which need the memory. */
    private static final Size RUNS_TASKS = new Size(1024, Duration.ofMinutes(5));

    private static final Size READS = new Size(512, Duration.ofSeconds(29));

    private static final Size SWEEPS = new Size(512, Duration.ofMinutes(1));

    private static final Access READS_KEYS = to(KEYS, GET_ITEM);

    /** A settlement: task and account are updated, an entry is put. */
    private static final List<Access> SETTLES =
            List.of(to(ACCOUNTS, UPDATE_ITEM), to(TASKS, UPDATE_ITEM), to(ENTRIES, PUT_ITEM));

    /** A settlement of a task that is read first. */
    private static final List<Access> FINDS_AND_SETTLES =
            List.of(
                    to(ACCOUNTS, UPDATE_ITEM),
                    to(TASKS, GET_ITEM, UPDATE_ITEM),
                    to(ENTRIES, PUT_ITEM));

    private static final Access READS_MEDIA = to(MEDIA, GET_OBJECT, LIST_BUCKET);

    private static final Access READS_AND_WRITES_MEDIA =
            to(MEDIA, GET_OBJECT, LIST_BUCKET, PUT_OBJECT);

    private static final Access READS_PROVIDER_KEYS = to(PROVIDER_KEYS, GET_SECRET);

    public static final List<LambdaFunction> FUNCTIONS =
            List.of(
                    new LambdaFunction(
                            "Generate",
                            GenerateHandler.class,
                            GenerateHandler::new,
                            new Http("POST", "/v1/images/generations", STREAM),
                            RUNS_TASKS,
                            // Puts a task and settles it; reads it when it joins an earlier
                            // request.
                            List.of(
                                    READS_KEYS,
                                    to(ACCOUNTS, UPDATE_ITEM),
                                    to(TASKS, GET_ITEM, PUT_ITEM, UPDATE_ITEM),
                                    to(ENTRIES, PUT_ITEM),
                                    READS_AND_WRITES_MEDIA,
                                    READS_PROVIDER_KEYS)),
                    new LambdaFunction(
                            "Submit",
                            SubmitHandler.class,
                            SubmitHandler::new,
                            new Http("POST", "/v1/async/images/generations", BUFFERED),
                            READS,
                            // Puts a task, and settles it when its request cannot be kept.
                            List.of(
                                    READS_KEYS,
                                    to(ACCOUNTS, UPDATE_ITEM),
                                    to(TASKS, PUT_ITEM, UPDATE_ITEM),
                                    to(ENTRIES, PUT_ITEM),
                                    READS_AND_WRITES_MEDIA,
                                    to(TASK_QUEUE, SEND_MESSAGE),
                                    READS_PROVIDER_KEYS)),
                    new LambdaFunction(
                            "GetTask",
                            TaskHandler.class,
                            TaskHandler::new,
                            // A task's images may be asked for as base64, which outgrows a buffer.
                            new Http("GET", "/v1/tasks/{id}", STREAM),
                            READS,
                            List.of(READS_KEYS, to(TASKS, GET_ITEM), READS_MEDIA)),
                    new LambdaFunction(
                            "ListTasks",
                            TasksHandler.class,
                            TasksHandler::new,
                            new Http("GET", "/v1/tasks", BUFFERED),
                            READS,
                            List.of(
                                    READS_KEYS,
                                    to(TASKS, GET_ITEM, BATCH_GET_ITEM, QUERY),
                                    READS_MEDIA)),
                    new LambdaFunction(
                            "CancelTask",
                            CancelTaskHandler.class,
                            CancelTaskHandler::new,
                            new Http("POST", "/v1/tasks/{id}/cancel", BUFFERED),
                            READS,
                            all(FINDS_AND_SETTLES, READS_KEYS)),
                    new LambdaFunction(
                            "ListModels",
                            ModelsHandler.class,
                            ModelsHandler::new,
                            new Http("GET", "/v1/models", BUFFERED),
                            READS,
                            List.of(READS_KEYS)),
                    new LambdaFunction(
                            "GetModel",
                            ModelHandler.class,
                            ModelHandler::new,
                            new Http("GET", "/v1/models/{id}", BUFFERED),
                            READS,
                            List.of(READS_KEYS)),
                    new LambdaFunction(
                            "Quote",
                            QuoteHandler.class,
                            QuoteHandler::new,
                            new Http("POST", "/v1/quotes", BUFFERED),
                            READS,
                            List.of(READS_KEYS)),
                    new LambdaFunction(
                            "GetCredits",
                            CreditsHandler.class,
                            CreditsHandler::new,
                            new Http("GET", "/v1/credits", BUFFERED),
                            READS,
                            List.of(READS_KEYS, to(ACCOUNTS, GET_ITEM))),
                    new LambdaFunction(
                            "ListEntries",
                            EntriesHandler.class,
                            EntriesHandler::new,
                            new Http("GET", "/v1/credits/entries", BUFFERED),
                            READS,
                            List.of(READS_KEYS, to(ENTRIES, QUERY))),
                    new LambdaFunction(
                            "Worker",
                            WorkHandler.class,
                            WorkHandler::new,
                            new Messages(TASK_QUEUE, 1),
                            RUNS_TASKS,
                            all(SETTLES, READS_AND_WRITES_MEDIA, READS_PROVIDER_KEYS)),
                    new LambdaFunction(
                            "Sweeper",
                            SweepHandler.class,
                            SweepHandler::new,
                            new Schedule(Duration.ofMinutes(1)),
                            SWEEPS,
                            List.of(
                                    to(ACCOUNTS, UPDATE_ITEM),
                                    to(TASKS, BATCH_GET_ITEM, QUERY, UPDATE_ITEM),
                                    to(ENTRIES, PUT_ITEM),
                                    to(TASK_QUEUE, SEND_MESSAGE))),
                    new LambdaFunction(
                            "DeadLetter",
                            DeadLetterHandler.class,
                            DeadLetterHandler::new,
                            new Messages(DEAD_LETTERS, 1),
                            SWEEPS,
                            FINDS_AND_SETTLES),
                    new LambdaFunction(
                            "Provision",
                            ProvisionHandler.class,
                            ProvisionHandler::new,
                            new Direct(),
                            READS,
                            List.of(
                                    to(ACCOUNTS, PUT_ITEM, UPDATE_ITEM),
                                    to(ENTRIES, PUT_ITEM),
                                    to(KEYS, PUT_ITEM, UPDATE_ITEM))));

    private Blueprint() {}

    private static List<Access> all(List<Access> base, Access... more) {
        return Stream.concat(base.stream(), Stream.of(more)).toList();
    }
}
