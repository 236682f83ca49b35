package dev.pixapi.file;

import dev.pixapi.file.Content.Declared;

import java.time.Duration;

/** Lets a caller write one object of the media store without Pixapi in between. */
public interface UploadSigner {
    /**
     * @param declared what the object must be, to the byte; the store refuses all else, and a
     *     second upload as well
     * @param life how long the upload may be begun
     */
    Upload sign(String key, Declared declared, Duration life);
}
