package dev.pixapi.lambda.handler;

import dev.pixapi.account.Principal;
import dev.pixapi.api.ApiException;
import dev.pixapi.api.ErrorCode;
import dev.pixapi.api.HttpRequest;
import dev.pixapi.api.Reply;
import dev.pixapi.catalog.Catalog;
import dev.pixapi.lambda.wiring.Pixapi;

import java.util.function.Supplier;

/** GET /v1/models/{id}: one model, by id or alias. */
public final class ModelHandler extends Endpoint {
    private final Supplier<Catalog> catalog;

    public ModelHandler() {
        this(Pixapi.onAws(ModelHandler.class));
    }

    public ModelHandler(Pixapi pixapi) {
        super(pixapi, AnswerFormat.BUFFERED);
        this.catalog = pixapi::catalog;
    }

    @Override
    Reply answer(Principal principal, HttpRequest request) {
        return catalog.get()
                .find(request.pathParameter("id"))
                .map(named -> Reply.json(200, ModelJson.of(named.model())))
                .orElseThrow(
                        () ->
                                ApiException.of(
                                        ErrorCode.MODEL_NOT_FOUND, "There is no such model."));
    }
}
