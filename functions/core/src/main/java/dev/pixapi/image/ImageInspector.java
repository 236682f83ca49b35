package dev.pixapi.image;

import dev.pixapi.image.Inspection.Sound;
import dev.pixapi.image.Inspection.Unsound;

import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * Tells an image from garbage without decoding it: format by its first bytes, dimensions by its
 * header, and whether it ends where its format says it must. Costs no memory beyond the bytes, and
 * no more time than reading them once or twice, whatever they claim.
 *
 * @see <a href="https://www.w3.org/TR/png-3/">PNG</a>
 * @see <a href="https://www.w3.org/Graphics/JPEG/itu-t81.pdf">JPEG, ITU T.81 annex B</a>
 * @see <a href="https://developers.google.com/speed/webp/docs/riff_container">WebP container</a>
 */
public final class ImageInspector {
    private ImageInspector() {}

    /**
     * For what a provider returned, which was paid: whatever a reader would still read is good, of
     * any size, with anything behind its end. Empty when the bytes are no whole PNG, JPEG or WebP
     * image.
     */
    public static Optional<ImageInfo> inspect(byte[] image) {
        var bytes = ByteBuffer.wrap(image);
        if (PngHeader.matches(bytes)) {
            return info(ImageFormat.PNG, PngHeader.dimensions(bytes));
        }
        if (JpegHeader.matches(bytes)) {
            return info(ImageFormat.JPEG, JpegHeader.dimensions(bytes));
        }
        return WebpHeader.matches(bytes)
                ? info(ImageFormat.WEBP, WebpHeader.dimensions(bytes))
                : Optional.empty();
    }

    /**
     * For what a caller hands in: one picture, whole, undamaged as far as its structure shows,
     * within {@link InputLimits}, and nothing besides. Every part of the file is looked at, none is
     * decoded or inflated.
     */
    public static Inspection examine(byte[] file) {
        try {
            return sound(file);
        } catch (Flaw flaw) {
            return new Unsound(flaw.reason());
        }
    }

    private static Sound sound(byte[] file) throws Flaw {
        if (file.length == 0) {
            throw new Flaw("is empty");
        }
        if (file.length > InputLimits.MOST_BYTES) {
            throw new Flaw("is larger than 50 MB");
        }
        var bytes = ByteBuffer.wrap(file);
        if (PngHeader.matches(bytes)) {
            return PngCheck.check(new FileBytes(file));
        }
        if (JpegHeader.matches(bytes)) {
            return JpegCheck.check(new FileBytes(file));
        }
        if (WebpHeader.matches(bytes)) {
            return WebpCheck.check(new FileBytes(file));
        }
        var kind = OtherFile.nameOf(file).map(name -> "is " + name).orElse("is no image");
        throw new Flaw(kind + "; PNG, JPEG and WebP are taken");
    }

    /** Empty unless both sides are at least one pixel. */
    static Optional<Dimensions> dimensions(int width, int height) {
        return width > 0 && height > 0
                ? Optional.of(new Dimensions(width, height))
                : Optional.empty();
    }

    private static Optional<ImageInfo> info(ImageFormat format, Optional<Dimensions> dimensions) {
        return dimensions.map(size -> new ImageInfo(format, size));
    }
}
