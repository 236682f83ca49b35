package dev.pixapi.image;

import com.luciad.imageio.webp.WebPImageReaderSpi;
import com.luciad.imageio.webp.WebPReader;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;

/** Who decodes a format; to be disposed of by who asks. */
public final class ImageReaders {
    private ImageReaders() {}

    /** Made by hand for WebP: a search through ImageIO's plugins would find the same one later. */
    public static ImageReader of(ImageFormat format) {
        return switch (format) {
            case PNG, JPEG -> ImageIO.getImageReadersByFormatName(format.wireName()).next();
            case WEBP -> new WebPReader(new WebPImageReaderSpi());
        };
    }
}
