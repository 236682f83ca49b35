package dev.pixapi.lambda.handler;

import dev.pixapi.account.Principal;
import dev.pixapi.api.HttpRequest;
import dev.pixapi.api.Parameters;
import dev.pixapi.api.Reply;
import dev.pixapi.lambda.wiring.Lazy;
import dev.pixapi.lambda.wiring.Pixapi;
import dev.pixapi.request.ImagesBody;

import java.util.function.Supplier;

/** POST /v1/images/generations: text to image, answers with the images. */
public final class GenerateHandler extends Endpoint {
    private final Supplier<ImagesEndpoint> images;

    public GenerateHandler() {
        this(Pixapi.onAws(GenerateHandler.class));
    }

    public GenerateHandler(Pixapi pixapi) {
        super(pixapi, streamed(pixapi));
        this.images = Lazy.of(() -> new ImagesEndpoint(pixapi));
    }

    @Override
    Reply answer(Principal principal, HttpRequest request) throws InterruptedException {
        return images.get().answer(principal, request, ImagesBody.of(Parameters.ofJson(request)));
    }
}
