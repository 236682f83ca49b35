package dev.pixapi.local.media;

import dev.pixapi.lambda.blueprint.Resources;
import dev.pixapi.local.TestingSystem;

import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

import java.util.List;

/** What is in the media bucket, by the embedded S3 itself. */
record StoredObjects(S3Client s3, String bucket) {
    static StoredObjects of(TestingSystem pixapi) {
        return new StoredObjects(
                pixapi.system().servers().s3(),
                pixapi.system().resources().nameOf(Resources.MEDIA));
    }

    /** All names that have this in them. */
    List<String> with(String part) {
        return s3.listObjectsV2Paginator(list -> list.bucket(bucket)).contents().stream()
                .map(S3Object::key)
                .filter(key -> key.contains(part))
                .toList();
    }

    void remove(String key) {
        s3.deleteObject(delete -> delete.bucket(bucket).key(key));
    }
}
