package dev.pixapi.provider.sandbox;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Gives a picture the palette's colours and light: what was dark stays dark and what was light
 * stays light, so everything on it can still be made out.
 */
final class Regrade {
    private static final float COLOUR_KEPT = 0.3f;
    private static final float LIGHTNESS_KEPT = 0.55f;

    /** How much the lamps of the poster's ground colour the picture. */
    private static final float LAMPS = 0.26f;

    private static final float LINES = 0.34f;

    /** A smaller picture would be lost under lines; in pixels. */
    private static final double LEAST_SCALE = 300;

    private final Ramp ramp;
    private final boolean dark;
    private final Ground ground;
    private final LineWork lines;
    private final LabRow row;
    private final LabRow lamps;
    private final float[] rgb = new float[3];

    Regrade(Poster poster, Frame frame, Palette palette) {
        RandomGenerator variation = PosterSeed.variation(poster);
        this.ramp = palette.colours();
        this.dark = palette.isDark();
        this.ground = new Ground(frame, ramp, variation);
        Scene scene = new Scene(frame, ramp, dark, Richness.of(poster.quality()));
        Motif motif = Motif.pick(scene, PosterSeed.motif(poster), variation);
        this.lines = new LineWork(frame, frame.scale() < LEAST_SCALE ? List.of() : motif.lines());
        this.row = new LabRow(frame.width());
        this.lamps = new LabRow(frame.width());
    }

    /** Writes the pixels, 0xAARRGGBB; alpha stays as it is. */
    void paint(Pixels base, int[] target) {
        for (int y = 0; y < base.height(); y++) {
            ground.paintRow(y, lamps);
            for (int x = 0; x < row.width(); x++) {
                CubeRoots.read(base.at(x, y), row, x);
                grade(x);
            }
            lines.paintRow(y, row, ramp.at(0.97f), LINES);
            for (int x = 0; x < row.width(); x++) {
                Lab.toLight(row, x, rgb);
                int alpha = base.at(x, y) & 0xff000000;
                target[y * row.width() + x] = alpha | Dither.pixel(rgb, x, y);
            }
        }
    }

    private void grade(int x) {
        float lightness = row.l[x];
        Lab colour = ramp.at(dark ? lightness : 1 - lightness);
        row.l[x] = colour.l() + (lightness - colour.l()) * LIGHTNESS_KEPT;
        row.a[x] = colour.a() + row.a[x] * COLOUR_KEPT;
        row.b[x] = colour.b() + row.b[x] * COLOUR_KEPT;
        row.l[x] += (lamps.l[x] - row.l[x]) * LAMPS;
        row.a[x] += (lamps.a[x] - row.a[x]) * LAMPS;
        row.b[x] += (lamps.b[x] - row.b[x]) * LAMPS;
    }
}
