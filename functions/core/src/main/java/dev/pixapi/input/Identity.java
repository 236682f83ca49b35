package dev.pixapi.input;

import dev.pixapi.input.ImageSource.Inline;
import dev.pixapi.input.ImageSource.Link;
import dev.pixapi.input.ImageSource.UploadedFile;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What makes two sources the same to a caller who repeats a request. */
final class Identity {
    private Identity() {}

    static String of(ImageSource source) {
        return switch (source) {
            case Inline(var bytes) -> "bytes " + sha256(bytes);
            case Link(var url) -> "url " + url;
            case UploadedFile(var id) -> "file " + id;
        };
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
