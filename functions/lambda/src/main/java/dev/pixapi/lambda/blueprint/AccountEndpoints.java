package dev.pixapi.lambda.blueprint;

import static dev.pixapi.lambda.blueprint.Access.Action.GET_ITEM;
import static dev.pixapi.lambda.blueprint.Access.Action.QUERY;
import static dev.pixapi.lambda.blueprint.Access.to;
import static dev.pixapi.lambda.blueprint.Resources.ACCOUNTS;
import static dev.pixapi.lambda.blueprint.Resources.ENTRIES;
import static dev.pixapi.lambda.blueprint.Trigger.Transfer.BUFFERED;

import dev.pixapi.lambda.blueprint.Trigger.Http;
import dev.pixapi.lambda.handler.CreditsHandler;
import dev.pixapi.lambda.handler.EntriesHandler;
import dev.pixapi.lambda.handler.ModelHandler;
import dev.pixapi.lambda.handler.ModelsHandler;
import dev.pixapi.lambda.handler.QuoteHandler;

import java.util.List;

/** The functions that tell what there is and what it costs. */
final class AccountEndpoints {
    static final List<LambdaFunction> ALL =
            List.of(
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

    private AccountEndpoints() {}
}
