package dev.pixapi.local.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.util.Map;

class MetadataFilesTest {
    private static final String KEY = "a/long key/with ä.png";

    @TempDir Path folder;
    private MetadataFiles store;

    @BeforeEach
    void open() throws IOException {
        var buckets = Files.createDirectories(folder.resolve("buckets"));
        var files = new FilesystemNio2BlobStore(buckets.toString());
        store = new MetadataFiles(files, folder.resolve("metadata"));
        store.createContainer("media");
    }

    @Test
    void metadataOutliveTheLossOfTheExtendedAttributes() throws IOException {
        put(request("t1").build());
        var etag = store.blobMetadata("media", KEY).eTag();

        forgetAttributes(folder.resolve("buckets/media").resolve(KEY));

        var head = store.blobMetadata("media", KEY);
        assertEquals("image/png", head.contentType());
        assertEquals("no-store", head.cacheControl());
        assertEquals(etag, head.eTag());
        assertEquals(Map.of("task", "t1"), head.metadata());
        try (var object = store.getBlob("media", KEY)) {
            assertEquals("image/png", object.response().contentType());
            assertEquals("t1", new String(object.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void aConditionalPutThatLosesLeavesTheMetadataOfTheWinner() {
        put(request("winner").build());

        assertThrows(
                AwsServiceException.class, () -> put(request("loser").ifNoneMatch("*").build()));

        assertEquals(Map.of("task", "winner"), store.blobMetadata("media", KEY).metadata());
    }

    @Test
    void metadataGoWithTheirObject() throws IOException {
        put(request("t1").build());
        store.removeBlob("media", KEY);

        try (var left = Files.list(folder.resolve("metadata/media"))) {
            assertEquals(0, left.count());
        }
    }

    private static PutObjectRequest.Builder request(String task) {
        return PutObjectRequest.builder()
                .bucket("media")
                .key(KEY)
                .contentType("image/png")
                .cacheControl("no-store")
                .metadata(Map.of("task", task));
    }

    private void put(PutObjectRequest request) {
        var body = request.metadata().get("task").getBytes(StandardCharsets.UTF_8);
        var sized = request.toBuilder().contentLength((long) body.length).build();
        store.putBlob(sized, new ByteArrayInputStream(body));
    }

    private static void forgetAttributes(Path file) throws IOException {
        var view = Files.getFileAttributeView(file, UserDefinedFileAttributeView.class);
        for (var name : view.list()) {
            view.delete(name);
        }
    }
}
