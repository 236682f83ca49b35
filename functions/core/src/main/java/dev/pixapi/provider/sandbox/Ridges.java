package dev.pixapi.provider.sandbox;

import java.util.random.RandomGenerator;

/** A low sun over mountains in the mist; the nearest ones carry the words. */
final class Ridges implements Motif {
    private final Frame frame;
    private final Ramp ramp;
    private final Profile[] ridges;
    private final float sunX;
    private final float sunY;
    private final float sunRadius;

    Ridges(Scene scene, RandomGenerator random) {
        this.frame = scene.frame();
        this.ramp = scene.ramp();
        this.ridges = new Profile[scene.richness().choose(4, 6, 8)];
        double shorter = Math.min(frame.width(), frame.height());
        this.sunX = (float) (frame.width() * (frame.focusX() + random.nextDouble(-0.1, 0.1)));
        this.sunY = (float) (frame.height() * (frame.focusY() + random.nextDouble(-0.02, 0.06)));
        this.sunRadius =
                (float) (random.nextDouble(0.1, 0.15) * Math.min(frame.scale(), 1.3 * shorter));
        for (int i = 0; i < ridges.length; i++) {
            ridges[i] = ridge(i / (ridges.length - 1.0), random);
        }
    }

    private Profile ridge(double nearness, RandomGenerator random) {
        double top = frame.height() * (0.4 + 0.42 * nearness);
        double amplitude = (0.045 + 0.05 * nearness) * Math.min(frame.height(), frame.scale());
        double wavelength = frame.scale() * random.nextDouble(0.5, 0.8) * (0.7 + 0.7 * nearness);
        Profile swell = Curves.swell(frame.width(), wavelength, 0.46, random);
        float[] ridge = new float[frame.width()];
        for (int x = 0; x < ridge.length; x++) {
            ridge[x] = (float) (top - amplitude * swell.at(x));
        }
        return new Profile(ridge);
    }

    @Override
    public void paintRow(int y, LabRow row) {
        for (int x = 0; x < row.width(); x++) {
            sun(x, y, row);
            for (int i = firstVisible(x, y); i < ridges.length; i++) {
                float cover = Math.clamp(y + 1 - ridges[i].at(x), 0f, 1f);
                if (cover > 0) {
                    row.mix(x, colour(i, y - ridges[i].at(x)), cover);
                }
            }
        }
    }

    private int firstVisible(int x, int y) {
        for (int i = ridges.length - 1; i > 0; i--) {
            if (y > ridges[i].at(x)) {
                return i;
            }
        }
        return 0;
    }

    private void sun(int x, int y, LabRow row) {
        float dx = x + 0.5f - sunX;
        float dy = y + 0.5f - sunY;
        float outside = (float) Math.sqrt(dx * dx + dy * dy) - sunRadius;
        row.mix(x, ramp.at(0.92f), 0.5f * Curves.decay(outside / (1.1f * sunRadius)));
        row.mix(x, ramp.at(1f), Math.clamp(0.5f - outside, 0f, 1f));
    }

    /** Far ridges take the light of the sky, near ones are deep; mist gathers at their feet. */
    private Lab colour(int index, float below) {
        float nearness = index / (float) (ridges.length - 1);
        float mist = 1 - Curves.decay(below / (0.16f * (float) frame.scale()));
        float place = 0.66f - 0.64f * nearness;
        return ramp.at(place).towards(ramp.at(place + 0.16f), mist * (1 - 0.75f * nearness));
    }
}
