package dev.pixapi.image;

import java.io.ByteArrayOutputStream;

/** Writes a JPEG segment by segment, whatever they say. Its pixels are of no use. */
final class JpegBytes {
    static final int BASELINE = 0xC0;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    JpegBytes() {
        marker(0xD8);
    }

    /** 20x10, baseline, in colour. */
    static byte[] sound() {
        return new JpegBytes().frame(BASELINE, 20, 10, 3).scan(50).end().bytes();
    }

    JpegBytes marker(int code) {
        return raw(0xFF, code);
    }

    JpegBytes segment(int code, byte... payload) {
        return segmentOf(code, payload.length + 2, payload);
    }

    JpegBytes segmentOf(int code, int length, byte... payload) {
        marker(code).raw(length >> 8, length);
        bytes.writeBytes(payload);
        return this;
    }

    JpegBytes frame(int code, int width, int height, int components) {
        return frame(code, 8, width, height, components);
    }

    JpegBytes frame(int code, int depth, int width, int height, int components) {
        var payload = new byte[6 + 3 * components];
        payload[0] = (byte) depth;
        payload[1] = (byte) (height >> 8);
        payload[2] = (byte) height;
        payload[3] = (byte) (width >> 8);
        payload[4] = (byte) width;
        payload[5] = (byte) components;
        for (var i = 0; i < components; i++) {
            payload[6 + 3 * i] = (byte) (i + 1);
            payload[7 + 3 * i] = 0x11;
        }
        return segment(code, payload);
    }

    /** SOS and so many bytes of pixels. */
    JpegBytes scan(int pixels) {
        segment(0xDA, (byte) 1, (byte) 1, (byte) 0, (byte) 0, (byte) 63, (byte) 0);
        bytes.writeBytes(new byte[pixels]);
        return this;
    }

    JpegBytes raw(int... values) {
        for (var value : values) {
            bytes.write(value);
        }
        return this;
    }

    JpegBytes end() {
        return marker(0xD9);
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }
}
