package dev.pixapi.provider.sandbox;

/**
 * Rounds linear light to 8-bit sRGB with an ordered pattern: no bands in soft gradients, and unlike
 * random noise it compresses well.
 */
final class Dither {
    private static final int STEPS = 1 << 14;
    private static final float[] SRGB = new float[STEPS + 1];
    private static final int SIDE = 8;
    private static final float[] THRESHOLDS = new float[SIDE * SIDE];

    static {
        for (int i = 0; i <= STEPS; i++) {
            double light = i / (double) STEPS;
            double share =
                    light <= 0.0031308
                            ? 12.92 * light
                            : 1.055 * StrictMath.pow(light, 1 / 2.4) - 0.055;
            SRGB[i] = (float) (255 * share);
        }
        for (int i = 0; i < THRESHOLDS.length; i++) {
            THRESHOLDS[i] = (bayer(i % SIDE, i / SIDE) + 0.5f) / THRESHOLDS.length;
        }
    }

    private Dither() {}

    /** Bayer's matrix: the bits of x xor y and of y, interleaved from the lowest one up. */
    private static int bayer(int x, int y) {
        int value = 0;
        for (int bit = 0; bit < 3; bit++) {
            value = (value << 2) | ((((x ^ y) >> bit) & 1) << 1) | ((y >> bit) & 1);
        }
        return value;
    }

    /** The pixel as 0xRRGGBB; rgb is linear light from 0 to 1. */
    static int pixel(float[] rgb, int x, int y) {
        float threshold = THRESHOLDS[y % SIDE * SIDE + x % SIDE];
        return (channel(rgb[0], threshold) << 16)
                | (channel(rgb[1], threshold) << 8)
                | channel(rgb[2], threshold);
    }

    private static int channel(float light, float threshold) {
        int step = (int) (Math.clamp(light, 0f, 1f) * STEPS);
        return Math.min(255, (int) (SRGB[step] + threshold));
    }
}
