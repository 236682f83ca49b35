package dev.pixapi.file;

import dev.pixapi.file.Content.Declared;

/** What a request to create a file brings. */
public sealed interface FileBody {
    /** The bytes themselves. */
    record Inline(FileOrder order, byte[] bytes) implements FileBody {}

    /** What the bytes will be. */
    record Reservation(FileOrder order, Declared declared) implements FileBody {}
}
