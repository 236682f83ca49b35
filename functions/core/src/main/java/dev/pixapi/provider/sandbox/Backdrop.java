package dev.pixapi.provider.sandbox;

import java.util.random.RandomGenerator;

/** The picture behind the words, row by row. */
final class Backdrop {
    private final Ground ground;
    private final Motif motif;
    private final LineWork lines;
    private final Lab lineColour;
    private final QuietPlaces quiet;
    private final Legibility legibility;
    private final LabRow row;
    private final float[] rgb = new float[3];

    Backdrop(Poster poster, Frame frame, Palette palette, Lettering words) {
        RandomGenerator variation = PosterSeed.variation(poster);
        Ramp ramp = palette.colours();
        this.ground = new Ground(frame, ramp, variation);
        Richness richness = Richness.of(poster.quality());
        Scene scene = new Scene(frame, ramp, palette.isDark(), richness);
        this.motif = Motif.pick(scene, PosterSeed.motif(poster), variation);
        this.lines = new LineWork(frame, motif.lines());
        this.lineColour = ramp.at(0.97f);
        this.quiet = new QuietPlaces(frame, words);
        this.legibility = new Legibility(palette);
        this.row = new LabRow(frame.width());
    }

    /** Writes a row's pixels, 0xRRGGBB, from the offset on. */
    void paintRow(int y, int[] pixels, int offset) {
        ground.paintRow(y, row);
        motif.paintRow(y, row);
        lines.paintRow(y, row, lineColour);
        float[] weights = quiet.row(y);
        for (int x = 0; x < row.width(); x++) {
            toLight(row.l[x], row.a[x], row.b[x]);
            if (weights[x] > 0) {
                legibility.protect(rgb, weights[x]);
            }
            pixels[offset + x] = Dither.pixel(rgb, x, y);
        }
    }

    /** From OKLab to linear light; colours that no screen has are cut. */
    private void toLight(float lightness, float a, float b) {
        float l = cube(lightness + 0.39633778f * a + 0.21580376f * b);
        float m = cube(lightness - 0.105561346f * a - 0.06385417f * b);
        float s = cube(lightness - 0.08948418f * a - 1.2914855f * b);
        rgb[0] = Math.clamp(4.0767417f * l - 3.3077116f * m + 0.23096994f * s, 0f, 1f);
        rgb[1] = Math.clamp(-1.268438f * l + 2.6097574f * m - 0.34131938f * s, 0f, 1f);
        rgb[2] = Math.clamp(-0.0041960864f * l - 0.7034186f * m + 1.7076147f * s, 0f, 1f);
    }

    private static float cube(float value) {
        return value * value * value;
    }
}
