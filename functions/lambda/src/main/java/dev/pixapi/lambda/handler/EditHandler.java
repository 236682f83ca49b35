package dev.pixapi.lambda.handler;

import dev.pixapi.account.Principal;
import dev.pixapi.api.HttpRequest;
import dev.pixapi.api.Reply;
import dev.pixapi.lambda.wiring.Lazy;
import dev.pixapi.lambda.wiring.Pixapi;
import dev.pixapi.request.EditReader;

import java.util.function.Supplier;

/** POST /v1/images/edits: images and a prompt to images, answers with the images. */
public final class EditHandler extends Endpoint {
    private final Supplier<ImagesEndpoint> images;

    public EditHandler() {
        this(Pixapi.onAws(EditHandler.class));
    }

    public EditHandler(Pixapi pixapi) {
        super(pixapi, streamed(pixapi));
        this.images = Lazy.of(() -> new ImagesEndpoint(pixapi));
    }

    @Override
    Reply answer(Principal principal, HttpRequest request) throws InterruptedException {
        return images.get().answer(principal, request, EditReader.read(request));
    }
}
