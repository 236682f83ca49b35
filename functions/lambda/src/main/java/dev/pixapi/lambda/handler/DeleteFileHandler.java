package dev.pixapi.lambda.handler;

import dev.pixapi.account.Principal;
import dev.pixapi.api.HttpRequest;
import dev.pixapi.api.Reply;
import dev.pixapi.file.DeleteFile;
import dev.pixapi.lambda.wiring.Lazy;
import dev.pixapi.lambda.wiring.Pixapi;

import java.util.function.Supplier;

/** DELETE /v1/files/{id}: deletes a file with its bytes. */
public final class DeleteFileHandler extends Endpoint {
    private final Supplier<DeleteFile> delete;

    public DeleteFileHandler() {
        this(Pixapi.onAws(DeleteFileHandler.class));
    }

    public DeleteFileHandler(Pixapi pixapi) {
        super(pixapi, AnswerFormat.BUFFERED);
        this.delete = Lazy.of(pixapi::deleteFile);
    }

    @Override
    Reply answer(Principal principal, HttpRequest request) {
        var deleted = delete.get().delete(principal.account(), request.pathParameter("id"));
        return Reply.json(200, FileJson.ofDeleted(deleted));
    }
}
