package dev.pixapi.lambda.blueprint;

import static dev.pixapi.lambda.blueprint.Access.Action.BATCH_GET_ITEM;
import static dev.pixapi.lambda.blueprint.Access.Action.GET_ITEM;
import static dev.pixapi.lambda.blueprint.Access.Action.GET_OBJECT;
import static dev.pixapi.lambda.blueprint.Access.Action.GET_SECRET;
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
            List.of(
                    to(ACCOUNTS, UPDATE_ITEM),
                    to(TASKS, GET_ITEM, UPDATE_ITEM),
                    to(ENTRIES, PUT_ITEM));

    /** An opening: a task is put, the account is updated; it may have to be settled at once. */
    private static final List<Access> OPENS =
            List.of(
                    to(ACCOUNTS, UPDATE_ITEM),
                    to(TASKS, GET_ITEM, PUT_ITEM, UPDATE_ITEM),
                    to(ENTRIES, PUT_ITEM));

    private static final Access MEDIA_READ_AND_WRITE = to(MEDIA, GET_OBJECT, PUT_OBJECT);

    public static final List<LambdaFunction> FUNCTIONS =
            List.of(
                    new LambdaFunction(
                            "Generate",
                            GenerateHandler.class,
                            GenerateHandler::new,
                            new Http("POST", "/v1/images/generations", STREAM),
                            RUNS_TASKS,
                            all(
                                    OPENS,
                                    READS_KEYS,
                                    MEDIA_READ_AND_WRITE,
                                    to(PROVIDER_KEYS, GET_SECRET))),
                    new LambdaFunction(
                            "Submit",
                            SubmitHandler.class,
                            SubmitHandler::new,
                            new Http("POST", "/v1/async/images/generations", BUFFERED),
                            READS,
                            all(
                                    OPENS,
                                    READS_KEYS,
                                    MEDIA_READ_AND_WRITE,
                                    to(TASK_QUEUE, SEND_MESSAGE),
                                    to(PROVIDER_KEYS, GET_SECRET))),
                    new LambdaFunction(
                            "GetTask",
                            TaskHandler.class,
                            TaskHandler::new,
                            // A task's images may be asked for as base64, which outgrows a buffer.
                            new Http("GET", "/v1/tasks/{id}", STREAM),
                            READS,
                            List.of(READS_KEYS, to(TASKS, GET_ITEM), to(MEDIA, GET_OBJECT))),
                    new LambdaFunction(
                            "ListTasks",
                            TasksHandler.class,
                            TasksHandler::new,
                            new Http("GET", "/v1/tasks", BUFFERED),
                            READS,
                            List.of(
                                    READS_KEYS,
                                    to(TASKS, GET_ITEM, BATCH_GET_ITEM, QUERY),
                                    to(MEDIA, GET_OBJECT))),
                    new LambdaFunction(
                            "CancelTask",
                            CancelTaskHandler.class,
                            CancelTaskHandler::new,
                            new Http("POST", "/v1/tasks/{id}/cancel", BUFFERED),
                            READS,
                            all(SETTLES, READS_KEYS)),
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
                            all(SETTLES, MEDIA_READ_AND_WRITE, to(PROVIDER_KEYS, GET_SECRET))),
                    new LambdaFunction(
                            "Sweeper",
                            SweepHandler.class,
                            SweepHandler::new,
                            new Schedule(Duration.ofMinutes(1)),
                            SWEEPS,
                            List.of(
                                    to(ACCOUNTS, UPDATE_ITEM),
                                    to(TASKS, GET_ITEM, BATCH_GET_ITEM, QUERY, UPDATE_ITEM),
                                    to(ENTRIES, PUT_ITEM),
                                    to(TASK_QUEUE, SEND_MESSAGE))),
                    new LambdaFunction(
                            "DeadLetter",
                            DeadLetterHandler.class,
                            DeadLetterHandler::new,
                            new Messages(DEAD_LETTERS, 1),
                            SWEEPS,
                            SETTLES),
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
