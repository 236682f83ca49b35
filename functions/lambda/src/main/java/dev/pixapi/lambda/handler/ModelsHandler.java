package dev.pixapi.lambda.handler;

import dev.pixapi.account.Principal;
import dev.pixapi.api.HttpRequest;
import dev.pixapi.api.Reply;
import dev.pixapi.catalog.Catalog;
import dev.pixapi.lambda.wiring.Pixapi;

/** GET /v1/models: the catalogue, with sizes, prices and aliases. */
public final class ModelsHandler extends Endpoint {
    private final Catalog catalog;

    public ModelsHandler() {
        this(Pixapi.onAws());
    }

    public ModelsHandler(Pixapi pixapi) {
        super(pixapi.authenticator(), AnswerFormat.BUFFERED);
        this.catalog = pixapi.catalog();
    }

    @Override
    Reply answer(Principal principal, HttpRequest request) {
        return ListJson.reply(catalog.models().stream().map(ModelJson::of).toList(), false);
    }
}
