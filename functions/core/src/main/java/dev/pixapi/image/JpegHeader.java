package dev.pixapi.image;

import java.nio.ByteBuffer;
import java.util.Optional;

/** JPEG: SOI, segments by their lengths, the frame header with the dimensions, an EOI behind it. */
final class JpegHeader {
    private static final int EOI = 0xFFD9;

    private JpegHeader() {}

    static boolean matches(ByteBuffer bytes) {
        return bytes.limit() >= 3 && unsigned(bytes, 0) == 0xFFD8 && (bytes.get(2) & 0xFF) == 0xFF;
    }

    static Optional<Dimensions> dimensions(ByteBuffer bytes) {
        var at = 2;
        while (at + 9 < bytes.limit()) {
            if (bytes.get(at) != (byte) 0xFF) {
                return Optional.empty();
            }
            var marker = bytes.get(at + 1) & 0xFF;
            if (isFrame(marker)) {
                return ends(bytes, at)
                        ? ImageInspector.dimensions(
                                unsigned(bytes, at + 7), unsigned(bytes, at + 5))
                        : Optional.empty();
            }
            at += marker == 0xFF ? 1 : standsAlone(marker) ? 2 : 2 + unsigned(bytes, at + 2);
        }
        return Optional.empty();
    }

    private static boolean isFrame(int marker) {
        return marker >= 0xC0
                && marker <= 0xCF
                && marker != 0xC4
                && marker != 0xC8
                && marker != 0xCC;
    }

    private static boolean standsAlone(int marker) {
        return marker == 0x01 || (marker >= 0xD0 && marker <= 0xD8);
    }

    /**
     * Pixels hold no EOI: theirs are stuffed. So one says that they are whole, whatever follows.
     */
    private static boolean ends(ByteBuffer bytes, int frame) {
        for (var at = frame; at + 2 <= bytes.limit(); at++) {
            if (unsigned(bytes, at) == EOI) {
                return true;
            }
        }
        return false;
    }

    private static int unsigned(ByteBuffer bytes, int at) {
        return bytes.getShort(at) & 0xFFFF;
    }
}
