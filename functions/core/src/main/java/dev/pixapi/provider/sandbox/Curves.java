package dev.pixapi.provider.sandbox;

import java.util.random.RandomGenerator;

/** Functions that the motifs share. All are the same on every machine. */
final class Curves {
    private static final int STEPS_PER_UNIT = 256;
    private static final float[] DECAY = new float[8 * STEPS_PER_UNIT];

    static {
        for (int i = 0; i < DECAY.length; i++) {
            DECAY[i] = (float) StrictMath.exp(-i / (double) STEPS_PER_UNIT);
        }
    }

    private Curves() {}

    /** e to the power of −x; 1 below 0, and 0 from 8 on. */
    static float decay(float x) {
        int step = (int) (Math.max(x, 0) * STEPS_PER_UNIT);
        return step >= DECAY.length ? 0 : DECAY[step];
    }

    /** 0 below the first edge, 1 above the second, and smooth between them. */
    static float smooth(float from, float to, float x) {
        float t = Math.clamp((x - from) / (to - from), 0f, 1f);
        return t * t * (3 - 2 * t);
    }

    /** A bell of height 1 for each pixel of a side; centre and width in pixels. */
    static Profile bell(int length, double centre, double width) {
        float[] bell = new float[length];
        for (int i = 0; i < length; i++) {
            double distance = (i + 0.5 - centre) / width;
            bell[i] = (float) StrictMath.exp(-distance * distance);
        }
        return new Profile(bell);
    }

    /**
     * A swell around zero for each pixel of a side, most of it from −1 to 1: waves, each half as
     * long as the one before.
     *
     * @param wavelength of the longest wave, in pixels
     * @param roughness the height of a wave as a share of the one before
     */
    static Profile swell(int length, double wavelength, double roughness, RandomGenerator random) {
        float[] swell = new float[length];
        double height = 1;
        for (double wave = wavelength; wave > 3 && height > 0.004; wave /= 2) {
            double turn = 2 * Math.PI / (wave * random.nextDouble(0.8, 1.25));
            double phase = random.nextDouble(2 * Math.PI);
            for (int i = 0; i < length; i++) {
                swell[i] += (float) (height * StrictMath.sin(turn * i + phase));
            }
            height *= roughness;
        }
        return new Profile(swell);
    }
}
