package dev.pixapi.image;

import java.awt.AlphaComposite;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import java.util.function.Consumer;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;

/** Images as encoders make them. */
final class RealImages {
    private RealImages() {}

    /**
     * @param type as of {@link BufferedImage}
     */
    static BufferedImage filled(Dimensions size, int type, int argb) {
        var image = new BufferedImage(size.width(), size.height(), type);
        var pen = image.createGraphics();
        pen.setComposite(AlphaComposite.Src);
        pen.setColor(new Color(argb, true));
        pen.fillRect(0, 0, size.width(), size.height());
        pen.dispose();
        return image;
    }

    static BufferedImage noise(Dimensions size) {
        var image = new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_INT_RGB);
        var random = new Random(3);
        for (var y = 0; y < size.height(); y++) {
            for (var x = 0; x < size.width(); x++) {
                image.setRGB(x, y, random.nextInt());
            }
        }
        return image;
    }

    static byte[] encoded(BufferedImage image, ImageFormat format) {
        return new ImageEncoder().encode(image, format, 95);
    }

    /** By ImageIO's own writer, set by hand: progressive, interlaced. */
    static byte[] written(BufferedImage image, String format, Consumer<ImageWriteParam> settings) {
        var bytes = new ByteArrayOutputStream();
        var writer = ImageIO.getImageWritersByFormatName(format).next();
        try (var output = ImageIO.createImageOutputStream(bytes)) {
            var parameters = writer.getDefaultWriteParam();
            settings.accept(parameters);
            writer.setOutput(output);
            writer.write(null, new IIOImage(image, null, null), parameters);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    static BufferedImage decoded(byte[] file) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(file));
    }

    /** The pixel in the middle, as a file holds it: without Java's view of grey. */
    static int srgb(byte[] file) throws IOException {
        var image = decoded(file);
        var pixel =
                image.getRaster().getPixel(image.getWidth() / 2, image.getHeight() / 2, new int[4]);
        if (image.getColorModel().getNumComponents() == 1) {
            return 0xFF000000 | pixel[0] * 0x010101;
        }
        var alpha = image.getColorModel().hasAlpha() ? pixel[3] : 0xFF;
        return alpha << 24 | pixel[0] << 16 | pixel[1] << 8 | pixel[2];
    }
}
