package dev.pixapi.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/** WebP: a RIFF container whose first chunk (VP8, VP8L or VP8X) holds the dimensions. */
final class WebpHeader {
    private static final int RIFF = 0x52494646;
    private static final int WEBP = 0x57454250;
    private static final int LOSSY = 0x56503820;
    private static final int LOSSLESS = 0x5650384C;
    private static final int EXTENDED = 0x56503858;

    private WebpHeader() {}

    static boolean matches(ByteBuffer bytes) {
        return bytes.limit() >= 12 && bytes.getInt(0) == RIFF && bytes.getInt(8) == WEBP;
    }

    static Optional<Dimensions> dimensions(ByteBuffer bytes) {
        var little = bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN);
        var whole = (little.getInt(4) & 0xFFFFFFFFL) + 8 <= bytes.limit();
        if (!whole || bytes.limit() < 30) {
            return Optional.empty();
        }
        return switch (bytes.getInt(12)) {
            case LOSSY ->
                    ImageInspector.dimensions(
                            little.getShort(26) & 0x3FFF, little.getShort(28) & 0x3FFF);
            case LOSSLESS -> lossless(little.getInt(21));
            case EXTENDED ->
                    ImageInspector.dimensions(
                            1 + (little.getInt(24) & 0xFFFFFF),
                            1 + ((little.getInt(26) >>> 8) & 0xFFFFFF));
            default -> Optional.empty();
        };
    }

    /** 14 bits of width - 1, then 14 bits of height - 1. */
    private static Optional<Dimensions> lossless(int bits) {
        return ImageInspector.dimensions(1 + (bits & 0x3FFF), 1 + ((bits >>> 14) & 0x3FFF));
    }
}
