package dev.pixapi.local;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

import javax.imageio.ImageIO;

/** Small images for tests to hand in. */
public final class TestingPictures {
    private TestingPictures() {}

    /** A PNG of one colour. */
    public static byte[] png(int width, int height, Color colour) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        for (var y = 0; y < height; y++) {
            for (var x = 0; x < width; x++) {
                image.setRGB(x, y, colour.getRGB());
            }
        }
        return encoded(image);
    }

    /** A PNG that is transparent, which means editable, in its middle half. */
    public static byte[] mask(int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        for (var y = 0; y < height; y++) {
            for (var x = 0; x < width; x++) {
                var inside =
                        x >= width / 4
                                && x < 3 * width / 4
                                && y >= height / 4
                                && y < 3 * height / 4;
                image.setRGB(x, y, inside ? 0 : 0xFF000000);
            }
        }
        return encoded(image);
    }

    private static byte[] encoded(BufferedImage image) {
        try {
            var bytes = new ByteArrayOutputStream();
            ImageIO.write(image, "png", bytes);
            return bytes.toByteArray();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
