package dev.pixapi.local.files;

import dev.pixapi.image.Dimensions;
import dev.pixapi.image.ImageEncoder;
import dev.pixapi.image.ImageFormat;

import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Random;
import java.util.zip.CRC32;

/** Images to upload. */
final class Pictures {
    /** Behind the signature, and length and type of the first chunk. */
    private static final int PNG_WIDTH_AT = 16;

    private static final int PNG_CHUNK_AT = 12;
    private static final int PNG_CRC_AT = 29;

    private Pictures() {}

    /** Of noise, which cannot be compressed: some three bytes a pixel as PNG. */
    static byte[] of(ImageFormat format, Dimensions size) {
        var image = new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_INT_RGB);
        var noise = new Random(7).ints((long) size.width() * size.height()).toArray();
        image.setRGB(0, 0, size.width(), size.height(), noise, 0, size.width());
        return new ImageEncoder().encode(image, format, 100);
    }

    static byte[] png() {
        return of(ImageFormat.PNG, new Dimensions(16, 9));
    }

    /** A PNG whose header says that it is as large as this. */
    static byte[] claiming(Dimensions size) {
        var png = png();
        var header = ByteBuffer.wrap(png);
        header.putInt(PNG_WIDTH_AT, size.width()).putInt(PNG_WIDTH_AT + 4, size.height());
        var crc = new CRC32();
        crc.update(png, PNG_CHUNK_AT, PNG_CRC_AT - PNG_CHUNK_AT);
        header.putInt(PNG_CRC_AT, (int) crc.getValue());
        return png;
    }

    /** In hexadecimal digits. */
    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
