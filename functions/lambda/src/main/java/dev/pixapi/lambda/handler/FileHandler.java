package dev.pixapi.lambda.handler;

import dev.pixapi.account.Principal;
import dev.pixapi.api.HttpRequest;
import dev.pixapi.api.Reply;
import dev.pixapi.file.FindFile;
import dev.pixapi.lambda.wiring.Pixapi;

/** GET /v1/files/{id}: a file, and whether it can be used yet. */
public final class FileHandler extends Endpoint {
    private final FindFile find;

    public FileHandler() {
        this(Pixapi.onAws());
    }

    public FileHandler(Pixapi pixapi) {
        super(pixapi.authenticator(), AnswerFormat.BUFFERED);
        this.find = pixapi.findFile();
    }

    @Override
    Reply answer(Principal principal, HttpRequest request) {
        var found = find.find(principal.account(), request.pathParameter("id"));
        return Reply.json(200, FileJson.of(found));
    }
}
