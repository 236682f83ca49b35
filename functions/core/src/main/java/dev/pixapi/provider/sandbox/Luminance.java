package dev.pixapi.provider.sandbox;

/** Relative luminance and contrast as WCAG 2.2 defines them; 0 is black, 1 is white. */
final class Luminance {
    private Luminance() {}

    /** A channel of sRGB (0 to 255) as a share of light (0 to 1). */
    static double linear(int channel) {
        double share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : StrictMath.pow((share + 0.055) / 1.055, 2.4);
    }

    static double ofRgb(int rgb) {
        return of(linear((rgb >> 16) & 0xff), linear((rgb >> 8) & 0xff), linear(rgb & 0xff));
    }

    static double of(double red, double green, double blue) {
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    }

    /** From 1 (the same) to 21 (black on white); AA asks for 4.5. */
    static double contrast(double one, double other) {
        return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    }
}
