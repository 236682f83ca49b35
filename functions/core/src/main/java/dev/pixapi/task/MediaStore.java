package dev.pixapi.task;

import java.util.Optional;

/** Keeps what is too large for a table: requests, images, manifests. An object is written once. */
public interface MediaStore {
    /** False when there is an object of this name; it stays as it is. */
    boolean putIfAbsent(String key, String mediaType, byte[] bytes);

    Optional<byte[]> get(String key);
}
