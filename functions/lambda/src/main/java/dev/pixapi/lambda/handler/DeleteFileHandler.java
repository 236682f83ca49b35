package dev.pixapi.lambda.handler;

import dev.pixapi.account.Principal;
import dev.pixapi.api.HttpRequest;
import dev.pixapi.api.Reply;
import dev.pixapi.file.DeleteFile;
import dev.pixapi.lambda.wiring.Pixapi;

/** DELETE /v1/files/{id}: deletes a file with its bytes. */
public final class DeleteFileHandler extends Endpoint {
    private final DeleteFile delete;

    public DeleteFileHandler() {
        this(Pixapi.onAws());
    }

    public DeleteFileHandler(Pixapi pixapi) {
        super(pixapi.authenticator(), AnswerFormat.BUFFERED);
        this.delete = pixapi.deleteFile();
    }

    @Override
    Reply answer(Principal principal, HttpRequest request) {
        var deleted = delete.delete(principal.account(), request.pathParameter("id"));
        return Reply.json(200, FileJson.ofDeleted(deleted));
    }
}
