package dev.pixapi.provider.sandbox;

/** From sRGB to OKLab by tables: a picture has millions of pixels, and cube roots are slow. */
final class CubeRoots {
    private static final int STEPS = 1 << 14;
    private static final float[] ROOTS = new float[STEPS + 1];
    private static final float[] LIGHT = new float[256];

    static {
        for (int i = 0; i <= STEPS; i++) {
            ROOTS[i] = (float) StrictMath.cbrt(i / (double) STEPS);
        }
        for (int i = 0; i < LIGHT.length; i++) {
            LIGHT[i] = (float) Luminance.linear(i);
        }
    }

    private CubeRoots() {}

    /** Writes the pixel's colour into the row; the numbers are those of {@link Lab#ofRgb}. */
    static void read(int rgb, LabRow row, int x) {
        float red = LIGHT[(rgb >> 16) & 0xff];
        float green = LIGHT[(rgb >> 8) & 0xff];
        float blue = LIGHT[rgb & 0xff];
        float l = root(0.41222146f * red + 0.53633255f * green + 0.051445995f * blue);
        float m = root(0.2119035f * red + 0.6806995f * green + 0.10739696f * blue);
        float s = root(0.08830246f * red + 0.28171885f * green + 0.6299787f * blue);
        row.l[x] = 0.21045426f * l + 0.7936178f * m - 0.004072047f * s;
        row.a[x] = 1.9779985f * l - 2.4285922f * m + 0.4505937f * s;
        row.b[x] = 0.025904037f * l + 0.78277177f * m - 0.80867577f * s;
    }

    private static float root(float light) {
        float place = Math.clamp(light, 0f, 1f) * STEPS;
        int step = Math.min((int) place, STEPS - 1);
        return ROOTS[step] + (ROOTS[step + 1] - ROOTS[step]) * (place - step);
    }
}
