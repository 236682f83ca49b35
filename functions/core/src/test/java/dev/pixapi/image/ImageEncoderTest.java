package dev.pixapi.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

final class ImageEncoderTest {
    private final ImageEncoder encoder = new ImageEncoder();

    @ParameterizedTest
    @EnumSource
    void theFileDecodesToTheSameFormatSizeAndColours(ImageFormat format) throws IOException {
        BufferedImage decoded = decoded(encoder.encode(picture(false), format, 95), format);

        assertEquals(203, decoded.getWidth());
        assertEquals(101, decoded.getHeight());
        assertNear(picture(false).getRGB(20, 20), decoded.getRGB(20, 20));
        assertNear(picture(false).getRGB(180, 80), decoded.getRGB(180, 80));
    }

    @ParameterizedTest
    @EnumSource(names = {"PNG", "WEBP"})
    void transparencySurvives(ImageFormat format) throws IOException {
        BufferedImage decoded = decoded(encoder.encode(picture(true), format, 80), format);

        assertEquals(0, decoded.getRGB(1, 1) >>> 24);
        assertEquals(255, decoded.getRGB(100, 50) >>> 24);
    }

    @ParameterizedTest
    @EnumSource
    void theSameImageGivesTheSameBytes(ImageFormat format) {
        assertArrayEquals(
                encoder.encode(picture(false), format, 70),
                encoder.encode(picture(false), format, 70));
    }

    @Test
    void compressionIsQualityForJpegAndWebpAndNothingForPng() {
        assertTrue(size(ImageFormat.JPEG, 10) < size(ImageFormat.JPEG, 90));
        assertTrue(size(ImageFormat.WEBP, 10) < size(ImageFormat.WEBP, 90));
        assertEquals(size(ImageFormat.PNG, 0), size(ImageFormat.PNG, 100));
    }

    @Test
    void whatNoFileCanHoldIsRefused() {
        BufferedImage opaque = picture(false);
        assertRefused(opaque, ImageFormat.PNG, -1);
        assertRefused(opaque, ImageFormat.WEBP, 101);
        assertRefused(picture(true), ImageFormat.JPEG, 90);
        assertRefused(
                new BufferedImage(16_384, 1, BufferedImage.TYPE_INT_RGB), ImageFormat.WEBP, 90);
    }

    private void assertRefused(BufferedImage image, ImageFormat format, int compression) {
        assertThrows(
                IllegalArgumentException.class, () -> encoder.encode(image, format, compression));
    }

    private int size(ImageFormat format, int compression) {
        return encoder.encode(picture(false), format, compression).length;
    }

    private static void assertNear(int expected, int actual) {
        for (int shift = 0; shift < 24; shift += 8) {
            int difference = Math.abs(((expected >> shift) & 0xff) - ((actual >> shift) & 0xff));
            assertTrue(
                    difference < 12,
                    Integer.toHexString(expected) + " is not near " + Integer.toHexString(actual));
        }
    }

    private static BufferedImage decoded(byte[] file, ImageFormat format) throws IOException {
        try (var input = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            ImageReader reader = ImageIO.getImageReaders(input).next();
            assertFalse(reader.getFormatName().isEmpty());
            assertTrue(format.wireName().equalsIgnoreCase(reader.getFormatName()));
            reader.setInput(input);
            return reader.read(0);
        }
    }

    /** A gradient with some structure; with transparency, its left tenth is clear. */
    private static BufferedImage picture(boolean transparent) {
        int type = transparent ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB;
        BufferedImage image = new BufferedImage(203, 101, type);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int alpha = transparent && x < 20 ? 0 : 0xff;
                int wave = (x * x / 40 + y * 3) % 40;
                image.setRGB(x, y, (alpha << 24) | ((x + wave) << 16) | (y << 8) | (120 + wave));
            }
        }
        return image;
    }
}
