package dev.pixapi.image;

import com.luciad.imageio.webp.CompressionType;
import com.luciad.imageio.webp.WebPImageWriterSpi;
import com.luciad.imageio.webp.WebPWriteParam;
import com.luciad.imageio.webp.WebPWriter;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Turns pixels into a file, in memory only. The same pixels, format and compression give the same
 * bytes. Safe for use by several threads.
 */
public final class ImageEncoder {
    private static final int BEST = 100;
    private static final int LONGEST_WEBP_SIDE = 16_383;

    /** A writer of ImageIO with its settings; used once. */
    private record Pen(ImageWriter writer, ImageWriteParam settings) {}

    /**
     * Encodes an image.
     *
     * @param compression 0 to 100 as in OpenAI's API: the quality of JPEG and WebP, 100 is the
     *     best; PNG is always lossless and ignores it
     * @throws IllegalArgumentException if compression is out of range, if an image with an alpha
     *     channel is to be a JPEG, or if a side is too long for WebP (16,383 pixels)
     * @throws UncheckedIOException if the encoder fails
     * @throws UnsatisfiedLinkError for WebP, if libwebp was not built for this machine
     */
    public byte[] encode(BufferedImage image, ImageFormat format, int compression) {
        Objects.requireNonNull(image, "image");
        if (compression < 0 || compression > BEST) {
            throw new IllegalArgumentException("compression out of range: " + compression);
        }
        if (image.getColorModel().hasAlpha() && !format.hasTransparency()) {
            throw new IllegalArgumentException(format.wireName() + " has no transparency");
        }
        if (format == ImageFormat.WEBP && longestSide(image) > LONGEST_WEBP_SIDE) {
            throw new IllegalArgumentException("too large for WebP: " + longestSide(image));
        }
        return switch (format) {
            case PNG -> write(image, plain(format));
            case JPEG -> write(image, withQuality(plain(format), compression));
            case WEBP -> write(image, webp(compression));
        };
    }

    private static int longestSide(BufferedImage image) {
        return Math.max(image.getWidth(), image.getHeight());
    }

    private static Pen plain(ImageFormat format) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format.wireName()).next();
        return new Pen(writer, writer.getDefaultWriteParam());
    }

    private static Pen withQuality(Pen pen, int compression) {
        pen.settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        pen.settings.setCompressionQuality(compression / (float) BEST);
        return pen;
    }

    /** Made by hand: a search through ImageIO's plugins would find the same writer later. */
    private static Pen webp(int compression) {
        WebPWriter writer = new WebPWriter(new WebPImageWriterSpi());
        WebPWriteParam settings = writer.getDefaultWriteParam();
        settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        settings.setCompressionType(CompressionType.Lossy);
        settings.setCompressionQuality(compression / (float) BEST);
        return new Pen(writer, settings);
    }

    private static byte[] write(BufferedImage image, Pen pen) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream output = new MemoryCacheImageOutputStream(bytes)) {
            pen.writer.setOutput(output);
            pen.writer.write(null, new IIOImage(image, null, null), pen.settings);
        } catch (IOException failed) {
            throw new UncheckedIOException("the image could not be encoded", failed);
        } finally {
            pen.writer.dispose();
        }
        return bytes.toByteArray();
    }
}
