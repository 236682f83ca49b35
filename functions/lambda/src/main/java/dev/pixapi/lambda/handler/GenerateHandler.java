package dev.pixapi.lambda.handler;

import dev.pixapi.account.Principal;
import dev.pixapi.api.HttpRequest;
import dev.pixapi.api.Parameters;
import dev.pixapi.api.Reply;
import dev.pixapi.lambda.wiring.Pixapi;
import dev.pixapi.request.GenerationReader;
import dev.pixapi.task.GenerateImages;
import dev.pixapi.task.Submission;

/** POST /v1/images/generations: text to image, answers with the images. */
public final class GenerateHandler extends Endpoint {
    private final GenerationReader reader;
    private final GenerateImages images;
    private final ImagesReply replies;

    public GenerateHandler() {
        this(Pixapi.onAws());
    }

    public GenerateHandler(Pixapi pixapi) {
        super(pixapi.authenticator(), streamed(pixapi));
        this.reader = pixapi.generationReader();
        this.images = pixapi.generateImages();
        this.replies = new ImagesReply(ImagesJson.of(pixapi));
    }

    @Override
    Reply answer(Principal principal, HttpRequest request) throws InterruptedException {
        var parameters = Parameters.ofJson(request);
        var generation = reader.read(parameters, principal.responseFormat());
        var made = images.generate(Submission.of(principal, request, parameters, generation));
        return generation.stream()
                ? replies.events(made, request.id())
                : replies.json(made, request.id());
    }
}
