package dev.pixapi.lambda.blueprint;

import static dev.pixapi.lambda.blueprint.Access.Action.BATCH_GET_ITEM;
import static dev.pixapi.lambda.blueprint.Access.Action.GET_ITEM;
import static dev.pixapi.lambda.blueprint.Access.Action.PUT_ITEM;
import static dev.pixapi.lambda.blueprint.Access.Action.QUERY;
import static dev.pixapi.lambda.blueprint.Access.Action.SCAN;
import static dev.pixapi.lambda.blueprint.Access.Action.UPDATE_ITEM;
import static dev.pixapi.lambda.blueprint.Access.by;
import static dev.pixapi.lambda.blueprint.Access.to;
import static dev.pixapi.lambda.blueprint.Resources.ACCOUNTS;
import static dev.pixapi.lambda.blueprint.Resources.AUDITS;
import static dev.pixapi.lambda.blueprint.Resources.ENTRIES;
import static dev.pixapi.lambda.blueprint.Resources.TASKS;

import dev.pixapi.lambda.blueprint.Trigger.Schedule;
import dev.pixapi.lambda.handler.AuditHandler;
import dev.pixapi.lambda.handler.WatchHandler;

import java.time.Duration;
import java.util.List;

/** The functions that look whether credits add up, and freeze the accounts whose do not. */
final class Auditors {
    static final List<LambdaFunction> ALL =
            List.of(
                    new LambdaFunction(
                            "WatchAccounts",
                            WatchHandler.class,
                            WatchHandler::new,
                            new Trigger.Stream(ACCOUNTS, 100, Duration.ofSeconds(5)),
                            Sizes.SWEEPS,
                            List.of(to(ACCOUNTS, UPDATE_ITEM))),
                    new LambdaFunction(
                            "Audit",
                            AuditHandler.class,
                            AuditHandler::new,
                            new Schedule(Duration.ofMinutes(10)),
                            Sizes.AUDITS,
                            List.of(
                                    to(ACCOUNTS, SCAN, GET_ITEM, UPDATE_ITEM),
                                    to(TASKS, GET_ITEM, BATCH_GET_ITEM),
                                    by(TASKS, "due"),
                                    to(ENTRIES, QUERY),
                                    to(AUDITS, GET_ITEM, PUT_ITEM))));

    private Auditors() {}
}
