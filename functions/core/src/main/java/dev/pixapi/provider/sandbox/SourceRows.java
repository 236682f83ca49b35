package dev.pixapi.provider.sandbox;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;

/** The rows of a decoded picture as sRGB with alpha, whatever its decoder made of it. */
final class SourceRows {
    private final BufferedImage image;
    private final boolean plain;
    private final int[] samples;

    SourceRows(BufferedImage image) {
        this.image = image;
        this.plain = isPlain(image.getColorModel());
        this.samples = new int[plain ? image.getWidth() * image.getRaster().getNumBands() : 0];
    }

    /**
     * True when samples are what the file says, in sRGB. Java takes grey for linear light and would
     * brighten it, although the files mean the same grey as in sRGB; so grey counts as plain.
     */
    private static boolean isPlain(ColorModel model) {
        return model instanceof ComponentColorModel
                && (model.getColorSpace().isCS_sRGB()
                        || model.getColorSpace().getType() == ColorSpace.TYPE_GRAY);
    }

    int width() {
        return image.getWidth();
    }

    int height() {
        return image.getHeight();
    }

    /** Writes a row's pixels, 0xAARRGGBB, from the start of the array on. */
    void read(int y, int[] argb) {
        if (!plain) {
            image.getRGB(0, y, width(), 1, argb, 0, width());
            return;
        }
        image.getRaster().getPixels(0, y, width(), 1, samples);
        int bands = image.getRaster().getNumBands();
        int excess = image.getSampleModel().getSampleSize(0) - 8;
        for (int x = 0; x < width(); x++) {
            argb[x] = pixel(x * bands, bands, excess);
        }
    }

    /** One or two bands are grey, three or four are red, green and blue; an even one is alpha. */
    private int pixel(int at, int bands, int excess) {
        int red = samples[at] >> excess;
        int green = bands > 2 ? samples[at + 1] >> excess : red;
        int blue = bands > 2 ? samples[at + 2] >> excess : red;
        int alpha = bands % 2 == 0 ? samples[at + bands - 1] >> excess : 0xff;
        return (alpha << 24) | (red << 16) | (green << 8) | blue;
    }
}
