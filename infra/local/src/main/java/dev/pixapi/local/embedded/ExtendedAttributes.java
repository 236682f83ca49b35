package dev.pixapi.local.embedded;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserDefinedFileAttributeView;

/** Whether a file system keeps extended attributes of users. Old tmpfs, ramfs and 9p do not. */
final class ExtendedAttributes {
    private static final String NAME = "user.pixapi";

    private ExtendedAttributes() {}

    /**
     * Tries it with a file of its own in the folder: what a file store says of itself is a guess.
     */
    static boolean areKeptIn(Path folder) throws IOException {
        var probe = Files.createTempFile(folder, ".attributes", "");
        try {
            return areKeptBy(probe);
        } finally {
            Files.delete(probe);
        }
    }

    private static boolean areKeptBy(Path file) {
        var view = Files.getFileAttributeView(file, UserDefinedFileAttributeView.class);
        if (view == null) {
            return false;
        }
        try {
            view.write(NAME, ByteBuffer.wrap("kept".getBytes(StandardCharsets.US_ASCII)));
            return view.list().contains(NAME);
        } catch (IOException e) {
            return false;
        }
    }
}
