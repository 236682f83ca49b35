package dev.pixapi.media;

import java.util.Optional;

/**
 * Keeps what is too large for a table: requests, images, manifests, files. An object is written
 * once.
 */
public interface MediaStore {
    /** False when there is an object of this name; it stays as it is. */
    boolean putIfAbsent(String key, String mediaType, byte[] bytes);

    Optional<byte[]> get(String key);

    /** The size in bytes; empty when there is no such object. */
    Optional<Long> size(String key);

    /** Deleting what is not there is no fault. */
    void delete(String key);

    /** Deletes all objects whose names begin so. What fails in between can be repeated. */
    void deleteBelow(String prefix);
}
