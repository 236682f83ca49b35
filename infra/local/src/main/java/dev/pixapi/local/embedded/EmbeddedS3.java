package dev.pixapi.local.embedded;

import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;
import org.gaul.s3proxy.nio2blob.TransientNio2BlobStore;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * S3Proxy in this JVM, on a free port of 127.0.0.1. It checks signatures (version 4) and the expiry
 * of signed URLs.
 *
 * <p>With a folder, an object is a file below {@code buckets}, and its metadata are extended
 * attributes of that file, or files below {@code metadata} where the file system has none.
 */
public final class EmbeddedS3 implements AutoCloseable {
    /**
     * No grace: it would wait for the idle connections of clients, and then call that a failure.
     */
    private static final long STOP_MILLIS = 0;

    private final S3Proxy server;
    private final URI endpoint;

    private EmbeddedS3(S3Proxy server) {
        this.server = server;
        this.endpoint = Loopback.http(server.getPort());
    }

    /** Starts it, in the folder or in memory. The folder must exist. */
    public static EmbeddedS3 start(Optional<Path> folder) throws IOException {
        ServerLogging.quiet();
        var store = folder.isPresent() ? files(folder.get()) : new TransientNio2BlobStore();
        try {
            var server = server(store);
            server.start();
            return new EmbeddedS3(server);
        } catch (Exception e) {
            throw new IOException("S3Proxy did not start", e);
        }
    }

    private static BlobStore files(Path folder) throws IOException {
        var buckets = Files.createDirectories(folder.resolve("buckets"));
        var store = new FilesystemNio2BlobStore(buckets.toString());
        return ExtendedAttributes.areKeptIn(buckets)
                ? store
                : new MetadataFiles(store, folder.resolve("metadata"));
    }

    private static S3Proxy server(BlobStore store) {
        return S3Proxy.builder()
                .blobStore(store)
                .endpoint(Loopback.http(0))
                .awsAuthentication(
                        AuthenticationType.AWS_V4, Loopback.ACCESS_KEY, Loopback.SECRET_KEY)
                .ignoreUnknownHeaders(true)
                .stopTimeout(STOP_MILLIS)
                .build();
    }

    public URI endpoint() {
        return endpoint;
    }

    @Override
    public void close() throws IOException {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IOException("S3Proxy did not stop", e);
        }
    }
}
