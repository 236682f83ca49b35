package dev.pixapi.lambda.handler;

import dev.pixapi.account.Principal;
import dev.pixapi.api.HttpRequest;
import dev.pixapi.api.Reply;
import dev.pixapi.lambda.wiring.Pixapi;
import dev.pixapi.request.ImagesBody;
import dev.pixapi.request.ImagesReader;
import dev.pixapi.task.GenerateImages;
import dev.pixapi.task.Submission;

/** What the endpoints share that answer with images. */
final class ImagesEndpoint {
    private final ImagesReader reader;
    private final GenerateImages images;
    private final ImagesReply replies;
    private final LargeAnswers large;

    ImagesEndpoint(Pixapi pixapi) {
        this.reader = pixapi.imagesReader();
        this.images = pixapi.generateImages();
        this.replies = new ImagesReply(pixapi.results(), ImagesJson.of(pixapi));
        this.large = new LargeAnswers(pixapi);
    }

    Reply answer(Principal principal, HttpRequest request, ImagesBody body)
            throws InterruptedException {
        var asked =
                reader.read(body.parameters(), principal.responseFormat(), body.sources().shape());
        var made = images.generate(Submission.of(principal, request, body, asked));
        var reply =
                asked.stream()
                        ? replies.events(made, request.id())
                        : replies.json(made, request.id());
        return large.fitting(made.task(), reply);
    }
}
