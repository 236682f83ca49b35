package dev.pixapi.lambda.s3;

import dev.pixapi.media.MediaFolder;
import dev.pixapi.media.MediaStore;
import dev.pixapi.media.Retention;

import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Media in S3; each object is written once, by {@code If-None-Match: *}. */
public final class S3MediaStore implements MediaStore {
    private static final int PRECONDITION_FAILED = 412;
    private static final int CONFLICT = 409;
    private static final int MOST_TRIES = 4;

    private final Supplier<S3Client> client;
    private final Supplier<String> bucket;

    /** Neither is asked for before the first call: some functions never make one. */
    public S3MediaStore(Supplier<S3Client> client, Supplier<String> bucket) {
        this.client = client;
        this.bucket = bucket;
    }

    @Override
    public boolean putIfAbsent(String key, String mediaType, byte[] bytes) {
        for (var attempt = 1; ; attempt++) {
            try {
                client.get().putObject(request(key, mediaType), uncopied(bytes, mediaType));
                return true;
            } catch (S3Exception refused) {
                if (refused.statusCode() == PRECONDITION_FAILED) {
                    return false;
                }
                // Two writers at one name at one moment: S3 asks the loser to try again.
                if (refused.statusCode() != CONFLICT || attempt == MOST_TRIES) {
                    throw refused;
                }
            }
        }
    }

    @Override
    public Optional<byte[]> get(String key) {
        try {
            // Not asByteArray, which would copy an input image of many megabytes.
            return Optional.of(
                    client.get()
                            .getObjectAsBytes(get -> get.bucket(bucket.get()).key(key))
                            .asByteArrayUnsafe());
        } catch (NoSuchKeyException _) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<Long> size(String key) {
        try {
            return Optional.of(
                    client.get()
                            .headObject(head -> head.bucket(bucket.get()).key(key))
                            .contentLength());
        } catch (NoSuchKeyException _) {
            return Optional.empty();
        }
    }

    @Override
    public void delete(String key) {
        client.get().deleteObject(delete -> delete.bucket(bucket.get()).key(key));
    }

    /** A page of names at a time, which is as many as one deletion takes. */
    @Override
    public void deleteBelow(String prefix) {
        client
                .get()
                .listObjectsV2Paginator(list -> list.bucket(bucket.get()).prefix(prefix))
                .stream()
                .map(ListObjectsV2Response::contents)
                .filter(page -> !page.isEmpty())
                .forEach(this::delete);
    }

    private void delete(List<S3Object> page) {
        var names =
                page.stream().map(o -> ObjectIdentifier.builder().key(o.key()).build()).toList();
        var deleted =
                client.get()
                        .deleteObjects(
                                delete ->
                                        delete.bucket(bucket.get()).delete(d -> d.objects(names)));
        if (deleted.hasErrors()) {
            // By its code alone: the names would be the right to read what stays.
            throw new IllegalStateException(
                    deleted.errors().size()
                            + " objects stay: "
                            + deleted.errors().getFirst().code());
        }
    }

    /** {@code RequestBody.fromBytes} would copy an input image of many megabytes. */
    private static RequestBody uncopied(byte[] bytes, String mediaType) {
        return RequestBody.fromContentProvider(
                () -> new ByteArrayInputStream(bytes), bytes.length, mediaType);
    }

    private PutObjectRequest request(String key, String mediaType) {
        var put =
                PutObjectRequest.builder()
                        .bucket(bucket.get())
                        .key(key)
                        .contentType(mediaType)
                        .ifNoneMatch("*");
        MediaFolder.IMAGES
                .retentionOf(key)
                .ifPresent(retention -> put.cacheControl(cacheControl(retention)));
        return put.build();
    }

    /**
     * No name is written again, so a copy is good for as long as the image is kept. It is its
     * reader's alone: no cache that several share outlives a deletion.
     */
    private static String cacheControl(Retention retention) {
        return "private, max-age=" + retention.duration().toSeconds() + ", immutable";
    }
}
