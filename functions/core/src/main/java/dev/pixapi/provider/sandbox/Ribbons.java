package dev.pixapi.provider.sandbox;

import java.util.random.RandomGenerator;

/** Wide waves of paper, one before the other, each lit along its edge. */
final class Ribbons implements Motif {
    private final Frame frame;
    private final Ribbon[] ribbons;
    private final float shadow;

    /** Where its edge is in each column, how steep it is there, and its two colours. */
    private record Ribbon(Profile edge, Profile cosine, Lab lit, Lab deep) {}

    Ribbons(Scene scene, RandomGenerator random) {
        this.frame = scene.frame();
        this.shadow = (float) (0.05 * frame.scale());
        this.ribbons = new Ribbon[scene.richness().choose(3, 5, 7)];
        double lean = random.nextDouble(0.1, 0.3) * (random.nextBoolean() ? 1 : -1);
        for (int i = 0; i < ribbons.length; i++) {
            ribbons[i] = ribbon(scene.ramp(), i / (ribbons.length - 1.0), lean, random);
        }
    }

    private Ribbon ribbon(Ramp ramp, double depth, double lean, RandomGenerator random) {
        double top = frame.height() * (0.2 + 0.58 * depth + random.nextDouble(-0.03, 0.03));
        double amplitude = 0.085 * Math.min(frame.height(), frame.scale());
        double tilt = lean * Math.min(frame.width(), 1.4 * frame.height());
        double wavelength = frame.scale() * random.nextDouble(0.95, 1.5);
        Profile swell = Curves.swell(frame.width(), wavelength, 0.28, random);
        float[] edge = new float[frame.width()];
        for (int x = 0; x < edge.length; x++) {
            double along = x / (double) frame.width() - 0.5;
            edge[x] = (float) (top + amplitude * swell.at(x) + tilt * along);
        }
        float place = (float) (0.86 - 0.8 * depth);
        return new Ribbon(new Profile(edge), cosines(edge), ramp.at(place), ramp.at(place - 0.34f));
    }

    private static Profile cosines(float[] edge) {
        float[] cosine = new float[edge.length];
        for (int x = 0; x < edge.length; x++) {
            float slope = edge[Math.min(x + 1, edge.length - 1)] - edge[Math.max(x - 1, 0)];
            cosine[x] = 1 / (float) Math.sqrt(1 + slope * slope / 4);
        }
        return new Profile(cosine);
    }

    @Override
    public void paintRow(int y, LabRow row) {
        for (int x = 0; x < row.width(); x++) {
            for (int i = firstVisible(x, y); i < ribbons.length; i++) {
                paint(ribbons[i], x, below(ribbons[i], x, y), row);
            }
        }
    }

    /** The frontmost ribbon that covers the whole pixel hides everything behind it. */
    private int firstVisible(int x, int y) {
        for (int i = ribbons.length - 1; i > 0; i--) {
            if (below(ribbons[i], x, y) > 1) {
                return i;
            }
        }
        return 0;
    }

    /** How far the pixel is below the ribbon's edge, in pixels. */
    private static float below(Ribbon ribbon, int x, int y) {
        return (y + 0.5f - ribbon.edge.at(x)) * ribbon.cosine.at(x);
    }

    private void paint(Ribbon ribbon, int x, float below, LabRow row) {
        if (below < -shadow) {
            return;
        }
        if (below < 0) {
            row.lighten(x, -0.16f * row.l[x] * Curves.decay(-below / shadow * 4));
        }
        float cover = Math.clamp(below + 0.5f, 0f, 1f);
        if (cover > 0) {
            float depth = Curves.decay(below / (3.6f * shadow));
            row.mix(x, ribbon.deep.towards(ribbon.lit, depth), cover);
            row.lighten(x, 0.05f * cover * Curves.decay(below / (0.16f * shadow)));
        }
    }
}
