package dev.pixapi.lambda.blueprint;

import static dev.pixapi.lambda.blueprint.Access.Action.DELETE_OBJECT;
import static dev.pixapi.lambda.blueprint.Access.Action.GET_OBJECT;
import static dev.pixapi.lambda.blueprint.Access.Action.LIST_BUCKET;
import static dev.pixapi.lambda.blueprint.Access.Action.PUT_OBJECT;
import static dev.pixapi.lambda.blueprint.Access.in;
import static dev.pixapi.lambda.blueprint.Trigger.Transfer.BUFFERED;

import dev.pixapi.lambda.blueprint.Trigger.Http;
import dev.pixapi.lambda.handler.CreateFileHandler;
import dev.pixapi.lambda.handler.DeleteFileHandler;
import dev.pixapi.lambda.handler.FileHandler;
import dev.pixapi.media.MediaFolder;

import java.util.List;

/** The functions that keep input images. */
final class FileEndpoints {
    static final List<LambdaFunction> ALL =
            List.of(
                    new LambdaFunction(
                            "CreateFile",
                            CreateFileHandler.class,
                            CreateFileHandler::new,
                            new Http("POST", "/v1/files", BUFFERED),
                            Sizes.READS_IMAGES,
                            // Who may put an object may sign the right to put it.
                            List.of(Rights.READS_KEYS, in(MediaFolder.FILES, PUT_OBJECT))),
                    new LambdaFunction(
                            "GetFile",
                            FileHandler.class,
                            FileHandler::new,
                            new Http("GET", "/v1/files/{id}", BUFFERED),
                            Sizes.READS_IMAGES,
                            // Puts what it has found in an upload.
                            List.of(
                                    Rights.READS_KEYS,
                                    in(MediaFolder.FILES, GET_OBJECT, LIST_BUCKET, PUT_OBJECT))),
                    new LambdaFunction(
                            "DeleteFile",
                            DeleteFileHandler.class,
                            DeleteFileHandler::new,
                            new Http("DELETE", "/v1/files/{id}", BUFFERED),
                            Sizes.READS,
                            List.of(
                                    Rights.READS_KEYS,
                                    in(
                                            MediaFolder.FILES,
                                            GET_OBJECT,
                                            LIST_BUCKET,
                                            DELETE_OBJECT))));

    private FileEndpoints() {}
}
