package dev.pixapi.lambda.blueprint;

import static dev.pixapi.lambda.blueprint.Access.Action.BATCH_GET_ITEM;
import static dev.pixapi.lambda.blueprint.Access.Action.GET_ITEM;
import static dev.pixapi.lambda.blueprint.Access.Action.PUT_ITEM;
import static dev.pixapi.lambda.blueprint.Access.Action.QUERY;
import static dev.pixapi.lambda.blueprint.Access.Action.SEND_MESSAGE;
import static dev.pixapi.lambda.blueprint.Access.Action.UPDATE_ITEM;
import static dev.pixapi.lambda.blueprint.Access.by;
import static dev.pixapi.lambda.blueprint.Access.to;
import static dev.pixapi.lambda.blueprint.Resources.ACCOUNTS;
import static dev.pixapi.lambda.blueprint.Resources.DEAD_LETTERS;
import static dev.pixapi.lambda.blueprint.Resources.ENTRIES;
import static dev.pixapi.lambda.blueprint.Resources.KEYS;
import static dev.pixapi.lambda.blueprint.Resources.LOTS;
import static dev.pixapi.lambda.blueprint.Resources.TASKS;
import static dev.pixapi.lambda.blueprint.Resources.TASK_QUEUE;

import dev.pixapi.lambda.blueprint.Trigger.Direct;
import dev.pixapi.lambda.blueprint.Trigger.Messages;
import dev.pixapi.lambda.blueprint.Trigger.Schedule;
import dev.pixapi.lambda.handler.CorrectHandler;
import dev.pixapi.lambda.handler.DeadLetterHandler;
import dev.pixapi.lambda.handler.ExplainChargeHandler;
import dev.pixapi.lambda.handler.ProvisionHandler;
import dev.pixapi.lambda.handler.SweepHandler;
import dev.pixapi.lambda.handler.WorkHandler;

import java.time.Duration;
import java.util.List;

/** The functions that no request starts. */
final class Workers {
    static final List<LambdaFunction> ALL =
            List.of(
                    new LambdaFunction(
                            "Worker",
                            WorkHandler.class,
                            WorkHandler::new,
                            new Messages(TASK_QUEUE, 1),
                            Sizes.RUNS_TASKS,
                            Rights.all(
                                    Rights.all(Rights.SETTLES, Rights.RUNS_ON_MEDIA),
                                    Rights.READS_PROVIDER_KEYS)),
                    new LambdaFunction(
                            "Sweeper",
                            SweepHandler.class,
                            SweepHandler::new,
                            new Schedule(Duration.ofMinutes(1)),
                            Sizes.SWEEPS,
                            List.of(
                                    to(ACCOUNTS, GET_ITEM, UPDATE_ITEM),
                                    to(TASKS, BATCH_GET_ITEM, UPDATE_ITEM),
                                    by(TASKS, "due"),
                                    to(LOTS, GET_ITEM, PUT_ITEM),
                                    by(LOTS, "expiring"),
                                    to(ENTRIES, PUT_ITEM),
                                    to(TASK_QUEUE, SEND_MESSAGE),
                                    // A task that it ends may have its images.
                                    Rights.READS_MANIFESTS)),
                    new LambdaFunction(
                            "DeadLetter",
                            DeadLetterHandler.class,
                            DeadLetterHandler::new,
                            new Messages(DEAD_LETTERS, 1),
                            Sizes.SWEEPS,
                            Rights.all(Rights.FINDS_AND_SETTLES, Rights.READS_MANIFESTS)),
                    new LambdaFunction(
                            "Provision",
                            ProvisionHandler.class,
                            ProvisionHandler::new,
                            new Direct(),
                            Sizes.READS,
                            List.of(
                                    to(ACCOUNTS, GET_ITEM, PUT_ITEM, UPDATE_ITEM),
                                    to(ENTRIES, GET_ITEM, PUT_ITEM),
                                    to(LOTS, GET_ITEM, PUT_ITEM),
                                    to(KEYS, PUT_ITEM, UPDATE_ITEM))),
                    new LambdaFunction(
                            "ExplainCharge",
                            ExplainChargeHandler.class,
                            ExplainChargeHandler::new,
                            new Direct(),
                            Sizes.READS,
                            Rights.EXPLAINS),
                    new LambdaFunction(
                            "Correct",
                            CorrectHandler.class,
                            CorrectHandler::new,
                            new Direct(),
                            Sizes.READS,
                            List.of(
                                    to(ACCOUNTS, GET_ITEM, PUT_ITEM, UPDATE_ITEM),
                                    to(TASKS, GET_ITEM, UPDATE_ITEM),
                                    to(ENTRIES, GET_ITEM, QUERY, PUT_ITEM))));

    private Workers() {}
}
