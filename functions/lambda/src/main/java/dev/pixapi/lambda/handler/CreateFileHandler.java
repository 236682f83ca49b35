package dev.pixapi.lambda.handler;

import dev.pixapi.account.Principal;
import dev.pixapi.api.HttpRequest;
import dev.pixapi.api.Reply;
import dev.pixapi.file.CreateFile;
import dev.pixapi.file.FileBodyReader;
import dev.pixapi.lambda.wiring.Lazy;
import dev.pixapi.lambda.wiring.Pixapi;

import java.util.function.Supplier;

/** POST /v1/files: keeps an image for edits, or answers where to upload a large one. */
public final class CreateFileHandler extends Endpoint {
    private final Supplier<CreateFile> create;

    public CreateFileHandler() {
        this(Pixapi.onAws(CreateFileHandler.class));
    }

    public CreateFileHandler(Pixapi pixapi) {
        super(pixapi, AnswerFormat.BUFFERED);
        this.create = Lazy.of(pixapi::createFile);
    }

    @Override
    Reply answer(Principal principal, HttpRequest request) {
        var created = create.get().create(principal.account(), FileBodyReader.read(request));
        return Reply.json(200, FileJson.of(created));
    }
}
