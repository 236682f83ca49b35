package dev.pixapi.lambda.handler;

import dev.pixapi.account.Principal;
import dev.pixapi.api.HttpRequest;
import dev.pixapi.api.Reply;
import dev.pixapi.file.FindFile;
import dev.pixapi.lambda.wiring.Lazy;
import dev.pixapi.lambda.wiring.Pixapi;

import java.util.function.Supplier;

/** GET /v1/files/{id}: a file, and whether it can be used yet. */
public final class FileHandler extends Endpoint {
    private final Supplier<FindFile> find;

    public FileHandler() {
        this(Pixapi.onAws(FileHandler.class));
    }

    public FileHandler(Pixapi pixapi) {
        super(pixapi, AnswerFormat.BUFFERED);
        this.find = Lazy.of(pixapi::findFile);
    }

    @Override
    Reply answer(Principal principal, HttpRequest request) {
        var found = find.get().find(principal.account(), request.pathParameter("id"));
        return Reply.json(200, FileJson.of(found));
    }
}
