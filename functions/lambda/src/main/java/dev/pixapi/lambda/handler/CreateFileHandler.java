package dev.pixapi.lambda.handler;

import dev.pixapi.account.Principal;
import dev.pixapi.api.HttpRequest;
import dev.pixapi.api.Reply;
import dev.pixapi.file.CreateFile;
import dev.pixapi.file.FileBodyReader;
import dev.pixapi.lambda.wiring.Pixapi;

/** POST /v1/files: keeps an image for edits, or answers where to upload a large one. */
public final class CreateFileHandler extends Endpoint {
    private final CreateFile create;

    public CreateFileHandler() {
        this(Pixapi.onAws());
    }

    public CreateFileHandler(Pixapi pixapi) {
        super(pixapi.authenticator(), AnswerFormat.BUFFERED);
        this.create = pixapi.createFile();
    }

    @Override
    Reply answer(Principal principal, HttpRequest request) {
        var created = create.create(principal.account(), FileBodyReader.read(request));
        return Reply.json(200, FileJson.of(created));
    }
}
