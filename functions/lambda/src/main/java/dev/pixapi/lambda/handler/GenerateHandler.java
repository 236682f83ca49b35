package dev.pixapi.lambda.handler;

import dev.pixapi.account.Principal;
import dev.pixapi.api.HttpRequest;
import dev.pixapi.api.Parameters;
import dev.pixapi.api.Reply;
import dev.pixapi.lambda.wiring.Pixapi;
import dev.pixapi.request.ImagesBody;

/** POST /v1/images/generations: text to image, answers with the images. */
public final class GenerateHandler extends Endpoint {
    private final ImagesEndpoint images;

    public GenerateHandler() {
        this(Pixapi.onAws());
    }

    public GenerateHandler(Pixapi pixapi) {
        super(pixapi.authenticator(), streamed(pixapi));
        this.images = new ImagesEndpoint(pixapi);
    }

    @Override
    Reply answer(Principal principal, HttpRequest request) throws InterruptedException {
        return images.answer(principal, request, ImagesBody.of(Parameters.ofJson(request)));
    }
}
