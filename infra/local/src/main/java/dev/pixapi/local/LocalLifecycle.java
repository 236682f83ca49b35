package dev.pixapi.local;

import dev.pixapi.media.Lifetime;

import software.amazon.awssdk.services.s3.S3Client;

import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Removes what is past its days, by the rules that S3 would follow itself: the embedded S3 has no
 * rules of its own.
 */
final class LocalLifecycle implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(LocalLifecycle.class.getName());
    private static final long EVERY_HOURS = 1;

    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().factory());
    private final S3Client s3;
    private final InstantSource clock;

    LocalLifecycle(S3Client s3, InstantSource clock) {
        this.s3 = s3;
        this.clock = clock;
    }

    /** At once, since a local run may not last an hour, and then again and again. */
    void start(String bucket, List<Lifetime> lifetimes) {
        var _ =
                timer.scheduleAtFixedRate(
                        () -> guarded(bucket, lifetimes), 0, EVERY_HOURS, TimeUnit.HOURS);
    }

    private void guarded(String bucket, List<Lifetime> lifetimes) {
        try {
            lifetimes.forEach(lifetime -> sweep(bucket, lifetime));
        } catch (RuntimeException failure) {
            var level = timer.isShutdown() ? System.Logger.Level.DEBUG : System.Logger.Level.ERROR;
            LOG.log(level, "what is past its days could not be removed", failure);
        }
    }

    void sweep(String bucket, Lifetime lifetime) {
        var now = clock.instant();
        s3
                .listObjectsV2Paginator(list -> list.bucket(bucket).prefix(lifetime.prefix()))
                .contents()
                .stream()
                .filter(object -> !lifetime.ends(object.lastModified()).isAfter(now))
                .forEach(old -> s3.deleteObject(delete -> delete.bucket(bucket).key(old.key())));
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
