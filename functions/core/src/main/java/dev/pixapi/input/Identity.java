package dev.pixapi.input;

import dev.pixapi.digest.Sha256;
import dev.pixapi.input.ImageSource.Inline;
import dev.pixapi.input.ImageSource.Link;
import dev.pixapi.input.ImageSource.UploadedFile;

/** What makes two sources the same to a caller who repeats a request. */
final class Identity {
    private Identity() {}

    static String of(ImageSource source) {
        return switch (source) {
            case Inline(var bytes) -> "bytes " + Sha256.hex(bytes);
            case Link(var url) -> "url " + url;
            case UploadedFile(var id) -> "file " + id;
        };
    }
}
