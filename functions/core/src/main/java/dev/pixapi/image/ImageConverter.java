package dev.pixapi.image;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.locks.ReentrantLock;

import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Makes another format of an image, for providers that cannot be asked for it. In memory only, and
 * one image at a time in this process: two of 4K at once would not fit a function.
 */
public final class ImageConverter {
    /**
     * The largest model makes 17 million. The encoder of WebP holds four copies of 4 bytes each:
     * what is left of a function's 1 GB must hold them.
     */
    private static final long MOST_PIXELS = 24_000_000;

    private static final ReentrantLock ONE_AT_A_TIME = new ReentrantLock();

    private final ImageEncoder encoder = new ImageEncoder();

    /**
     * Pixels only: metadata of the image are lost. Where the format has no transparency, what was
     * transparent is white.
     *
     * @param compression as of {@link ImageEncoder#encode}
     * @throws IllegalArgumentException if the image is no PNG, JPEG or WebP, or too large
     * @throws UncheckedIOException if its pixels cannot be read or written; readers of damaged
     *     files throw other runtime exceptions as well
     * @throws UnsatisfiedLinkError for WebP, if libwebp was not built for this machine
     */
    public byte[] convert(byte[] image, ImageFormat to, int compression) {
        var from =
                ImageInspector.inspect(image)
                        .orElseThrow(() -> new IllegalArgumentException("no image"))
                        .format();
        ONE_AT_A_TIME.lock();
        try {
            return encoder.encode(fitting(decoded(image, from), to), to, compression);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the image could not be decoded", unreadable);
        } finally {
            ONE_AT_A_TIME.unlock();
        }
    }

    private static BufferedImage decoded(byte[] image, ImageFormat format) throws IOException {
        var reader = ImageReaders.of(format);
        try (var input = new MemoryCacheImageInputStream(new ByteArrayInputStream(image))) {
            reader.setInput(input, true, true);
            // The reader's own view of the size: it is what it would allocate.
            var pixels = (long) reader.getWidth(0) * reader.getHeight(0);
            if (pixels > MOST_PIXELS) {
                throw new IllegalArgumentException("too large to convert: " + pixels + " pixels");
            }
            return reader.read(0);
        } finally {
            reader.dispose();
        }
    }

    /** Whatever was decoded, as the target's encoder takes it. */
    private static BufferedImage fitting(BufferedImage image, ImageFormat to) {
        var clear = image.getColorModel().hasAlpha();
        return switch (to) {
            case PNG -> image;
            case JPEG -> clear || !isPlain(image) ? repainted(image, false) : image;
            case WEBP -> isPlain(image) ? image : repainted(image, clear);
        };
    }

    /** RGB of 8 bits a sample, in an order that every encoder knows. */
    private static boolean isPlain(BufferedImage image) {
        return switch (image.getType()) {
            case BufferedImage.TYPE_INT_RGB,
                    BufferedImage.TYPE_INT_ARGB,
                    BufferedImage.TYPE_3BYTE_BGR,
                    BufferedImage.TYPE_4BYTE_ABGR ->
                    true;
            default -> false;
        };
    }

    private static BufferedImage repainted(BufferedImage image, boolean alpha) {
        var type = alpha ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB;
        var copy = new BufferedImage(image.getWidth(), image.getHeight(), type);
        var pen = copy.createGraphics();
        try {
            if (!alpha) {
                pen.setColor(Color.WHITE);
                pen.fillRect(0, 0, copy.getWidth(), copy.getHeight());
            }
            pen.drawImage(image, 0, 0, null);
        } finally {
            pen.dispose();
        }
        return copy;
    }
}
