package dev.pixapi.task;

import dev.pixapi.ledger.Task;
import dev.pixapi.ledger.TaskStatus;
import dev.pixapi.media.MediaStore;

import java.util.Optional;

/** The images of tasks that were completed. */
public final class Results {
    private final MediaStore media;

    public Results(MediaStore media) {
        this.media = media;
    }

    /** Empty for a task that was not completed, or whose images were removed since. */
    public Optional<Manifest> of(Task task) {
        return task.status() == TaskStatus.COMPLETED
                ? media.get(MediaKeys.manifest(task)).map(ManifestCodec::read)
                : Optional.empty();
    }

    /** The bytes of an image; empty when it was removed. */
    public Optional<byte[]> bytes(StoredImage image) {
        return media.get(image.key());
    }
}
