package dev.pixapi.file;

import dev.pixapi.image.ImageInfo;

/** What can be done with a file. */
public sealed interface FileState {
    /** Nothing yet: its bytes have not been uploaded. */
    record Pending() implements FileState {}

    /** What a look at its bytes has shown; it never changes. */
    sealed interface Finding extends FileState {}

    /** It is an image that an edit can start from. */
    record Ready(ImageInfo info) implements Finding {}

    /**
     * Nothing, ever.
     *
     * @param reason what is wrong with it: a sentence about the file, without its subject
     */
    record Faulty(String reason) implements Finding {}
}
