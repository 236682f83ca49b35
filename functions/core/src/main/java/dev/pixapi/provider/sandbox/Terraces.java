package dev.pixapi.provider.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Layers of cut paper, as on a map of heights: each throws its shadow on the one below. */
final class Terraces implements Motif {
    private final Ramp ramp;
    private final int levels;
    private final float shadow;
    private final Profile hillAcross;
    private final Profile hillDown;
    private final Profile valleyAcross;
    private final Profile valleyDown;
    private final List<PlaneWave> waves = new ArrayList<>();
    private float[] above = new float[0];

    Terraces(Scene scene, RandomGenerator random) {
        Frame frame = scene.frame();
        this.ramp = scene.ramp();
        this.levels = scene.richness().choose(5, 8, 12);
        this.shadow = (float) (0.016 * frame.scale());
        this.hillAcross =
                Curves.bell(
                        frame.width(),
                        frame.width() * (frame.focusX() + random.nextDouble(0, 0.12)),
                        0.36 * frame.scale() + 0.16 * frame.width());
        this.hillDown =
                Curves.bell(
                        frame.height(),
                        frame.height() * (frame.focusY() - random.nextDouble(0.08, 0.22)),
                        0.36 * frame.scale() + 0.16 * frame.height());
        double valley = 0.34 * frame.scale() + 0.2 * frame.width();
        this.valleyAcross = Curves.bell(frame.width(), 0.3 * frame.width(), valley);
        this.valleyDown = Curves.bell(frame.height(), 0.85 * frame.height(), 0.4 * frame.scale());
        for (int i = 0; i < 6; i++) {
            double wavelength = frame.scale() * (1.1 - 0.14 * i) * random.nextDouble(0.85, 1.15);
            waves.add(new PlaneWave(frame, wavelength, 0.11 - 0.014 * i, random));
        }
    }

    @Override
    public void paintRow(int y, LabRow row) {
        float[] heights = new float[row.width()];
        for (int x = 0; x < heights.length; x++) {
            heights[x] = height(x, y) * levels;
        }
        float[] before = above.length == 0 ? heights : above;
        for (int x = 0; x < heights.length; x++) {
            float slopeX = heights[x] - heights[Math.max(x - 1, 0)];
            float slopeY = heights[x] - before[x];
            float slope = (float) Math.sqrt(slopeX * slopeX + slopeY * slopeY) + 1e-6f;
            paint(heights[x], slope, x, row);
        }
        above = heights;
    }

    private float height(int x, int y) {
        float hill = hillAcross.at(x) * hillDown.at(y);
        float valley = valleyAcross.at(x) * valleyDown.at(y);
        float height = 0.1f + 0.8f * hill - 0.3f * valley;
        for (int i = 0; i < waves.size(); i++) {
            height += waves.get(i).at(x, y);
        }
        return Math.clamp(height, 0f, 0.9999f);
    }

    private void paint(float height, float slope, int x, LabRow row) {
        int level = (int) height;
        float toNext = (level + 1 - height) / slope;
        float fromEdge = (height - level) / slope;
        Lab own = colour(level);
        row.mix(x, own, 0.86f);
        row.lighten(x, -0.13f * Curves.decay(toNext / shadow * 1.6f));
        if (level > 0) {
            row.lighten(x, 0.045f * Curves.decay(fromEdge / shadow * 5));
            row.mix(x, colour(level - 1), 0.5f * Math.max(0, 1 - 2 * fromEdge));
        }
        if (level + 1 < levels) {
            row.mix(x, colour(level + 1), 0.5f * Math.max(0, 1 - 2 * toNext));
        }
    }

    private Lab colour(int level) {
        return ramp.at(level / (float) (levels - 1));
    }
}
