package dev.pixapi.image;

import java.nio.ByteBuffer;
import java.util.Optional;

/** PNG: signature, IHDR first, IEND last. */
final class PngHeader {
    private static final long SIGNATURE = 0x89504E470D0A1A0AL;
    private static final int IHDR = 0x49484452;
    private static final int IEND = 0x49454E44;

    /** Signature, IHDR with its length and checksum, one empty IDAT, IEND. */
    private static final int SMALLEST = 8 + 25 + 12 + 12;

    private PngHeader() {}

    static boolean matches(ByteBuffer bytes) {
        return bytes.limit() >= 8 && bytes.getLong(0) == SIGNATURE;
    }

    static Optional<Dimensions> dimensions(ByteBuffer bytes) {
        if (bytes.limit() < SMALLEST || bytes.getInt(12) != IHDR || !ends(bytes)) {
            return Optional.empty();
        }
        return ImageInspector.dimensions(bytes.getInt(16), bytes.getInt(20));
    }

    /**
     * Walks the chunks by their lengths, so that bytes behind IEND (metadata, padding) do no harm.
     */
    private static boolean ends(ByteBuffer bytes) {
        long at = 8;
        while (at + 12 <= bytes.limit()) {
            var length = bytes.getInt((int) at);
            if (bytes.getInt((int) at + 4) == IEND) {
                return true;
            }
            if (length < 0) {
                return false;
            }
            at += 12L + length;
        }
        return false;
    }
}
