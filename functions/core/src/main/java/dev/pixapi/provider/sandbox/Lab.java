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

    /** A row's pixel as linear light from 0 to 1; colours that no screen has are cut. */
    static void toLight(LabRow row, int x, float[] rgb) {
        float l = cube(row.l[x] + 0.39633778f * row.a[x] + 0.21580376f * row.b[x]);
        float m = cube(row.l[x] - 0.105561346f * row.a[x] - 0.06385417f * row.b[x]);
        float s = cube(row.l[x] - 0.08948418f * row.a[x] - 1.2914855f * row.b[x]);
        rgb[0] = Math.clamp(4.0767417f * l - 3.3077116f * m + 0.23096994f * s, 0f, 1f);
        rgb[1] = Math.clamp(-1.268438f * l + 2.6097574f * m - 0.34131938f * s, 0f, 1f);
        rgb[2] = Math.clamp(-0.0041960864f * l - 0.7034186f * m + 1.7076147f * s, 0f, 1f);
    }

    /** The nearest colour on a screen, 0xRRGGBB. */
    int toRgb() {
        LabRow row = new LabRow(1);
        float[] rgb = new float[3];
        row.set(0, this);
        toLight(row, 0, rgb);
        return Dither.pixel(rgb, 0, 0);
    }

    private static float cube(float value) {
        return value * value * value;
    }
}
