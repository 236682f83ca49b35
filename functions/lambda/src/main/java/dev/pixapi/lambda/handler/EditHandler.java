package dev.pixapi.lambda.handler;

import dev.pixapi.account.Principal;
import dev.pixapi.api.HttpRequest;
import dev.pixapi.api.Reply;
import dev.pixapi.lambda.wiring.Pixapi;
import dev.pixapi.request.EditReader;

/** POST /v1/images/edits: images and a prompt to images, answers with the images. */
public final class EditHandler extends Endpoint {
    private final ImagesEndpoint images;

    public EditHandler() {
        this(Pixapi.onAws());
    }

    public EditHandler(Pixapi pixapi) {
        super(pixapi.authenticator(), streamed(pixapi));
        this.images = new ImagesEndpoint(pixapi);
    }

    @Override
    Reply answer(Principal principal, HttpRequest request) throws InterruptedException {
        return images.answer(principal, request, EditReader.read(request));
    }
}
