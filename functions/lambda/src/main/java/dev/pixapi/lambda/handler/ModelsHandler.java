package dev.pixapi.lambda.handler;

import dev.pixapi.account.Principal;
import dev.pixapi.api.HttpRequest;
import dev.pixapi.api.Reply;
import dev.pixapi.catalog.Catalog;
import dev.pixapi.lambda.wiring.Pixapi;

import java.util.function.Supplier;

/** GET /v1/models: the catalogue, with sizes, prices and aliases. */
public final class ModelsHandler extends Endpoint {
    private final Supplier<Catalog> catalog;

    public ModelsHandler() {
        this(Pixapi.onAws(ModelsHandler.class));
    }

    public ModelsHandler(Pixapi pixapi) {
        super(pixapi, AnswerFormat.BUFFERED);
        this.catalog = pixapi::catalog;
    }

    @Override
    Reply answer(Principal principal, HttpRequest request) {
        return ListJson.reply(catalog.get().models().stream().map(ModelJson::of).toList(), false);
    }
}
