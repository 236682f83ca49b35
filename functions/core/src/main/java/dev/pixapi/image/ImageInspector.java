package dev.pixapi.image;

import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * Tells an image from garbage without decoding it: format by its first bytes, dimensions by its
 * header, and whether it ends where its format says it must. Costs no memory beyond the bytes.
 *
 * @see <a href="https://www.w3.org/TR/png-3/">PNG</a>
 * @see <a href="https://www.w3.org/Graphics/JPEG/itu-t81.pdf">JPEG, ITU T.81 annex B</a>
 * @see <a href="https://developers.google.com/speed/webp/docs/riff_container">WebP container</a>
 */
public final class ImageInspector {
    private ImageInspector() {}

    /** Empty when the bytes are no whole PNG, JPEG or WebP image. */
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
