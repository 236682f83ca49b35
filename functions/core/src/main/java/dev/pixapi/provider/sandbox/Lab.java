package dev.pixapi.provider.sandbox;

/**
 * A colour in OKLab, where a straight line between two colours looks like an even blend.
 *
 * @see <a href="https://bottosson.github.io/posts/oklab/">Björn Ottosson: OKLab</a>
 */
record Lab(float l, float a, float b) {

    static Lab ofRgb(int rgb) {
        double red = Luminance.linear((rgb >> 16) & 0xff);
        double green = Luminance.linear((rgb >> 8) & 0xff);
        double blue = Luminance.linear(rgb & 0xff);
        double l = StrictMath.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
        double m = StrictMath.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
        double s = StrictMath.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
        return new Lab(
                (float) (0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s),
                (float) (1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s),
                (float) (0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s));
    }

    /** This colour moved towards the other; 0 keeps it, 1 is the other. */
    Lab towards(Lab other, float amount) {
        return new Lab(
                l + (other.l - l) * amount, a + (other.a - a) * amount, b + (other.b - b) * amount);
    }
}
