package dev.pixapi.file;

import dev.pixapi.digest.Sha256;
import dev.pixapi.file.Content.Declared;
import dev.pixapi.file.FileState.Faulty;
import dev.pixapi.file.FileState.Finding;
import dev.pixapi.file.FileState.Ready;
import dev.pixapi.image.ImageInspector;
import dev.pixapi.image.Inspection.Sound;
import dev.pixapi.image.Inspection.Unsound;

/**
 * What there is to say of the bytes of a file. What was uploaded directly is held against what was
 * declared: the store has done so as well, but it is not ours.
 */
final class Findings {
    private Findings() {}

    static Finding of(byte[] bytes) {
        return switch (ImageInspector.examine(bytes)) {
            case Sound(var info, var _) -> new Ready(info);
            case Unsound(var reason) -> new Faulty(reason);
        };
    }

    static Finding of(Declared declared, byte[] bytes) {
        if (bytes.length != declared.bytes()) {
            return wrongSize(declared, bytes.length);
        }
        if (!Sha256.hex(bytes).equals(declared.sha256())) {
            return new Faulty("has another SHA-256 than was declared");
        }
        var finding = of(bytes);
        return finding instanceof Ready(var info) && info.format() != declared.format()
                ? new Faulty(
                        "is %s, but was declared as %s"
                                .formatted(
                                        info.format().mediaType(), declared.format().mediaType()))
                : finding;
    }

    static Faulty wrongSize(Declared declared, long size) {
        return new Faulty("has %d bytes, but %d were declared".formatted(size, declared.bytes()));
    }
}
