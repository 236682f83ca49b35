package dev.pixapi.provider.sandbox;

import java.util.random.RandomGenerator;

/** The picture behind the words, row by row. */
final class Backdrop {
    private static final float LINES = 0.62f;

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
        lines.paintRow(y, row, lineColour, LINES);
        float[] weights = quiet.row(y);
        for (int x = 0; x < row.width(); x++) {
            Lab.toLight(row, x, rgb);
            if (weights[x] > 0) {
                legibility.protect(rgb, weights[x]);
            }
            pixels[offset + x] = Dither.pixel(rgb, x, y);
        }
    }
}
