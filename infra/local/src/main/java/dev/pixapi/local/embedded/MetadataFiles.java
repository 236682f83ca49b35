package dev.pixapi.local.embedded;

import dev.pixapi.digest.Sha256;

import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.ForwardingBlobStore;

import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectResponse;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.IntStream;

/**
 * Keeps the metadata of objects in files of their own. S3Proxy keeps them in extended attributes
 * and drops them without a word where the file system has none.
 *
 * <p>Invariant: a put that was answered has its metadata on disk. A put that a crash cut off may
 * leave an object without. Copies and multipart uploads, which Pixapi does not use, keep none.
 */
final class MetadataFiles extends ForwardingBlobStore {
    private static final int STRIPES = 64;

    private final Path folder;
    private final Object[] stripes =
            IntStream.range(0, STRIPES).mapToObj(_ -> new Object()).toArray();

    MetadataFiles(BlobStore objects, Path folder) {
        super(objects);
        this.folder = folder;
    }

    /** One writer a key at a time, so that a loser's metadata never end up on a winner's object. */
    @Override
    public PutObjectResponse putBlob(PutObjectRequest request, InputStream body) {
        var file = file(request.bucket(), request.key());
        synchronized (stripe(file)) {
            var response = super.putBlob(request, body);
            write(file, ObjectMetadata.of(request, response.eTag()));
            return response;
        }
    }

    @Override
    public HeadObjectResponse blobMetadata(HeadObjectRequest request) {
        return read(request.bucket(), request.key()).on(super.blobMetadata(request));
    }

    @Override
    public ResponseInputStream<GetObjectResponse> getBlob(GetObjectRequest request) {
        var object = super.getBlob(request);
        var metadata = read(request.bucket(), request.key());
        return new ResponseInputStream<>(metadata.on(object.response()), object);
    }

    @Override
    public DeleteObjectResponse removeBlob(DeleteObjectRequest request) {
        var file = file(request.bucket(), request.key());
        synchronized (stripe(file)) {
            var response = super.removeBlob(request);
            delete(file);
            return response;
        }
    }

    private Object stripe(Path file) {
        return stripes[Math.floorMod(file.hashCode(), STRIPES)];
    }

    /**
     * Keys are longer than file names may be, and hold slashes: the file is named by their hash.
     */
    private Path file(String bucket, String key) {
        return folder.resolve(bucket).resolve(Sha256.hex(key));
    }

    private ObjectMetadata read(String bucket, String key) {
        var file = file(bucket, key);
        try {
            return Files.exists(file)
                    ? ObjectMetadata.parse(Files.readString(file))
                    : ObjectMetadata.NONE;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, ObjectMetadata metadata) {
        try {
            Files.createDirectories(file.getParent());
            var whole = file.resolveSibling(file.getFileName() + ".new");
            Files.writeString(whole, metadata.format());
            Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
