package dev.pixapi.input;

/** Where an input image is to be had. */
public sealed interface ImageSource {
    /** Within the request: a part of a form, or a data URL. */
    record Inline(byte[] bytes) implements ImageSource {}

    /** Behind a URL, as the caller wrote it. */
    record Link(String url) implements ImageSource {}

    /** A file that was uploaded before, by its id as the caller wrote it. */
    record UploadedFile(String id) implements ImageSource {}
}
