package dev.pixapi.image;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

/** Writes a PNG chunk by chunk, whatever they say. */
final class PngBytes {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    PngBytes() {
        bytes.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
    }

    /** 20x10, RGB of 8 bits, whole. */
    static byte[] sound() {
        return new PngBytes().header(20, 10, 8, 2).pixels().end().bytes();
    }

    PngBytes header(int width, int height, int depth, int colour) {
        return header(width, height, depth, colour, 0);
    }

    PngBytes header(int width, int height, int depth, int colour, int interlace) {
        var header = ByteBuffer.allocate(13).putInt(width).putInt(height);
        header.put((byte) depth).put((byte) colour).put((byte) 0).put((byte) 0);
        return chunk("IHDR", header.put((byte) interlace).array());
    }

    /** Enough zeros for 20x10 of any kind, interlaced or not. */
    PngBytes pixels() {
        return chunk("IDAT", deflated(10 * (10 + 20 * 8)));
    }

    PngBytes palette(int colours) {
        return chunk("PLTE", new byte[3 * colours]);
    }

    PngBytes chunk(String type, byte... data) {
        return chunk(type, data.length, data, 0);
    }

    /**
     * @param length what the chunk claims
     * @param off what is added to its checksum
     */
    PngBytes chunk(String type, int length, byte[] data, int off) {
        var name = type.getBytes(StandardCharsets.ISO_8859_1);
        var crc = new CRC32();
        crc.update(name);
        crc.update(data);
        bytes.writeBytes(ByteBuffer.allocate(4).putInt(length).array());
        bytes.writeBytes(name);
        bytes.writeBytes(data);
        bytes.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue() + off).array());
        return this;
    }

    PngBytes chunks(int count, String type) {
        for (var i = 0; i < count; i++) {
            chunk(type);
        }
        return this;
    }

    PngBytes end() {
        return chunk("IEND");
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }

    static byte[] deflated(int zeros) {
        return deflated(new byte[zeros], 1);
    }

    /** The same bytes so many times. */
    static byte[] deflated(byte[] row, int times) {
        var out = new ByteArrayOutputStream();
        try (var deflater = new DeflaterOutputStream(out)) {
            for (var i = 0; i < times; i++) {
                deflater.write(row);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }
}
