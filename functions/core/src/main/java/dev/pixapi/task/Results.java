package dev.pixapi.task;

import dev.pixapi.ledger.Task;
import dev.pixapi.ledger.TaskStatus;
import dev.pixapi.media.MediaStore;
import dev.pixapi.task.TaskImages.Gone;
import dev.pixapi.task.TaskImages.None;
import dev.pixapi.task.TaskImages.Stored;

import java.time.InstantSource;
import java.util.Optional;

/** The images of tasks that were completed. */
public final class Results {
    private final MediaStore media;
    private final InstantSource clock;

    public Results(MediaStore media, InstantSource clock) {
        this.media = media;
        this.clock = clock;
    }

    /** A store that removed them before their time has let them expire. */
    public TaskImages of(Task task) {
        if (task.status() != TaskStatus.COMPLETED) {
            return new None();
        }
        return switch (state(task)) {
            case STORED ->
                    media.get(MediaKeys.manifest(task))
                            .map(ManifestCodec::read)
                            .<TaskImages>map(Stored::new)
                            .orElseGet(() -> new Gone(MediaState.EXPIRED));
            case DELETED -> new Gone(MediaState.DELETED);
            case EXPIRED -> new Gone(MediaState.EXPIRED);
        };
    }

    /** As far as the task's row tells. */
    public MediaState state(Task task) {
        return MediaState.of(task, clock.instant());
    }

    /** The bytes of an image; empty when it was removed. */
    public Optional<byte[]> bytes(StoredImage image) {
        return media.get(image.key());
    }
}
