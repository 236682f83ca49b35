package dev.pixapi.provider.sandbox;

import com.luciad.imageio.webp.WebPReadParam;

import dev.pixapi.image.Dimensions;
import dev.pixapi.image.ImageFormat;
import dev.pixapi.image.ImageReaders;
import dev.pixapi.image.InputImage;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;

import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;

/**
 * Turns files into pixels of the size that is wanted. Large pictures are thinned out while they are
 * read, so that never more than {@link #MOST_PIXELS} of one are in memory.
 */
final class Decoder {
    /** As many as the largest image that any model makes: 4096 x 4096. */
    static final int MOST_PIXELS = 1 << 24;

    /** As the contract says; a decoder may find another size in a file than the inspector did. */
    private static final long MOST_SOURCE_PIXELS = 50_000_000;

    private Decoder() {}

    /**
     * The picture, scaled and cut so that it covers the size.
     *
     * @param size when the picture is upright
     * @return empty when the bytes cannot be decoded
     */
    static Optional<Pixels> read(InputImage input, Orientation turn, Dimensions size) {
        int width = turn.isLying() ? size.height() : size.width();
        int height = turn.isLying() ? size.width() : size.height();
        ImageReader reader = ImageReaders.of(input.info().format());
        try (ByteInput bytes = new ByteInput(input.bytes())) {
            reader.setInput(bytes, false, true);
            BufferedImage image = decode(reader, width, height);
            return Optional.of(turn.upright(Resampler.cover(new SourceRows(image), width, height)));
        } catch (IOException | RuntimeException damaged) {
            // Decoders meet damage with exceptions of every kind; all say the same about the file.
            return Optional.empty();
        } finally {
            reader.dispose();
        }
    }

    /** How a picture has to be turned; only photos say so. */
    static Orientation orientation(InputImage input) {
        return input.info().format() == ImageFormat.JPEG
                ? Orientation.of(input.bytes())
                : Orientation.UPRIGHT;
    }

    private static BufferedImage decode(ImageReader reader, int width, int height)
            throws IOException {
        int fullWidth = reader.getWidth(0);
        int fullHeight = reader.getHeight(0);
        if ((long) fullWidth * fullHeight > MOST_SOURCE_PIXELS) {
            throw new IOException("more pixels than an input may have");
        }
        ImageReadParam settings = reader.getDefaultReadParam();
        int step = step(new Dimensions(fullWidth, fullHeight), width, height);
        if (settings instanceof WebPReadParam webp) {
            webp.setUseScaling(step > 1);
            webp.setScaledWidth(Math.ceilDiv(fullWidth, step));
            webp.setScaledHeight(Math.ceilDiv(fullHeight, step));
        } else {
            settings.setSourceSubsampling(step, step, 0, 0);
            standard(reader).ifPresent(settings::setDestinationType);
        }
        return reader.read(0, settings);
    }

    /** Every how many-th pixel is read: at least two for each that is wanted, where there are. */
    private static int step(Dimensions full, int width, int height) {
        int step = Math.max(1, Math.min(full.width() / (2 * width), full.height() / (2 * height)));
        while ((long) Math.ceilDiv(full.width(), step) * Math.ceilDiv(full.height(), step)
                > MOST_PIXELS) {
            step++;
        }
        return step;
    }

    /** In sRGB, where the decoder can convert to it from the file's own colours. */
    private static Optional<ImageTypeSpecifier> standard(ImageReader reader) throws IOException {
        Iterator<ImageTypeSpecifier> types = reader.getImageTypes(0);
        while (types.hasNext()) {
            ImageTypeSpecifier type = types.next();
            if (type.getColorModel().getColorSpace().isCS_sRGB()) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }
}
