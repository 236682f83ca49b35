package dev.pixapi.provider.sandbox;

import java.util.random.RandomGenerator;

/**
 * A wave that runs over the picture in some direction. sin(a + b) comes from tables of a for each
 * column and b for each row.
 */
final class PlaneWave {
    private final float height;
    private final Profile sineAcross;
    private final Profile cosineAcross;
    private final Profile sineDown;
    private final Profile cosineDown;

    /** Wavelength is in pixels; direction and phase are drawn. */
    PlaneWave(Frame frame, double wavelength, double height, RandomGenerator random) {
        double direction = random.nextDouble(2 * Math.PI);
        double turnAcross = 2 * Math.PI / wavelength * StrictMath.cos(direction);
        double turnDown = 2 * Math.PI / wavelength * StrictMath.sin(direction);
        double phase = random.nextDouble(2 * Math.PI);
        this.height = (float) height;
        this.sineAcross = sines(frame.width(), turnAcross, phase);
        this.cosineAcross = sines(frame.width(), turnAcross, phase + Math.PI / 2);
        this.sineDown = sines(frame.height(), turnDown, 0);
        this.cosineDown = sines(frame.height(), turnDown, Math.PI / 2);
    }

    private static Profile sines(int length, double turn, double phase) {
        float[] sines = new float[length];
        for (int i = 0; i < length; i++) {
            sines[i] = (float) StrictMath.sin(turn * i + phase);
        }
        return new Profile(sines);
    }

    float at(int x, int y) {
        return height * (sineAcross.at(x) * cosineDown.at(y) + cosineAcross.at(x) * sineDown.at(y));
    }
}
