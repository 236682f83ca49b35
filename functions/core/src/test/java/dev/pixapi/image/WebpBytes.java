package dev.pixapi.image;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Writes a WebP chunk by chunk, whatever they say. Its pixels are of no use. */
final class WebpBytes {
    static final int ANIMATION = 0x02;
    static final int ALPHA = 0x10;

    private final ByteArrayOutputStream chunks = new ByteArrayOutputStream();

    /** 20x10, lossy, the simple form. */
    static byte[] sound() {
        return new WebpBytes().lossy(20, 10).bytes();
    }

    WebpBytes canvas(int flags, int width, int height) {
        var data = ByteBuffer.allocate(10).order(ByteOrder.LITTLE_ENDIAN).put((byte) flags);
        data.put(new byte[3]).putShort((short) (width - 1)).put((byte) ((width - 1) >> 16));
        data.putShort((short) (height - 1)).put((byte) ((height - 1) >> 16));
        return chunk("VP8X", data.array());
    }

    WebpBytes lossy(int width, int height) {
        return lossy(0x10, width, height);
    }

    /**
     * @param tag bit 0 is set where it is no key frame, bit 4 where it is shown; the first
     *     partition's length stands above
     */
    WebpBytes lossy(int tag, int width, int height) {
        var data =
                ByteBuffer.allocate(20)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .put((byte) tag)
                        .put((byte) (tag >> 8))
                        .put((byte) (tag >> 16));
        data.put((byte) 0x9D).put((byte) 0x01).put((byte) 0x2A);
        return chunk("VP8 ", data.putShort((short) width).putShort((short) height).array());
    }

    WebpBytes lossless(int width, int height, boolean alpha) {
        var bits = (width - 1) | (height - 1) << 14 | (alpha ? 1 << 28 : 0);
        var data = ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN).put((byte) 0x2F);
        return chunk("VP8L", data.putInt(bits).array());
    }

    WebpBytes chunk(String type, byte... data) {
        return chunkOf(type, data.length, data);
    }

    WebpBytes chunkOf(String type, int length, byte... data) {
        chunks.writeBytes(type.getBytes(StandardCharsets.US_ASCII));
        var size = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(length);
        chunks.writeBytes(size.array());
        chunks.writeBytes(data);
        chunks.writeBytes(new byte[data.length % 2]);
        return this;
    }

    WebpBytes chunks(int count, String type) {
        for (var i = 0; i < count; i++) {
            chunk(type);
        }
        return this;
    }

    byte[] bytes() {
        return bytes(4 + chunks.size());
    }

    /**
     * @param size what the container claims
     */
    byte[] bytes(int size) {
        var bytes = ByteBuffer.allocate(12 + chunks.size()).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put("RIFF".getBytes(StandardCharsets.US_ASCII));
        bytes.putInt(size).put("WEBP".getBytes(StandardCharsets.US_ASCII));
        return bytes.put(chunks.toByteArray()).array();
    }
}
