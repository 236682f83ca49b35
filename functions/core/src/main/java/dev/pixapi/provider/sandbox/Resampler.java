package dev.pixapi.provider.sandbox;

import java.util.Arrays;

/**
 * Scales a picture until it covers a size, and cuts what is over. Holds a few rows beside the
 * result. A picture that has the size already comes out as it is, to the last bit.
 */
final class Resampler {
    private static final int CHANNELS = 4;

    private final SourceRows source;
    private final Taps across;
    private final Taps down;
    private final int[] row;
    private final float[][] window;
    private int rowsRead;

    private Resampler(SourceRows source, Pixels target) {
        double scale =
                Math.max(
                        (double) target.width() / source.width(),
                        (double) target.height() / source.height());
        this.source = source;
        this.across = new Taps(source.width(), target.width(), scale);
        this.down = new Taps(source.height(), target.height(), scale);
        this.row = new int[source.width()];
        this.window = new float[down.most()][target.width() * CHANNELS];
    }

    static Pixels cover(SourceRows source, int width, int height) {
        Pixels target = new Pixels(width, height);
        if (width == source.width() && height == source.height()) {
            copy(source, target);
        } else {
            new Resampler(source, target).paint(target);
        }
        return target;
    }

    private static void copy(SourceRows source, Pixels target) {
        int[] row = new int[source.width()];
        for (int y = 0; y < source.height(); y++) {
            source.read(y, row);
            System.arraycopy(row, 0, target.argb(), y * row.length, row.length);
        }
    }

    private void paint(Pixels target) {
        float[] sums = new float[target.width() * CHANNELS];
        for (int y = 0; y < target.height(); y++) {
            float[] weights = down.weights(y);
            readTo(down.first(y) + weights.length);
            Arrays.fill(sums, 0);
            for (int j = 0; j < weights.length; j++) {
                float[] squeezed = window[(down.first(y) + j) % window.length];
                for (int i = 0; i < sums.length; i++) {
                    sums[i] += weights[j] * squeezed[i];
                }
            }
            write(sums, target, y);
        }
    }

    /** Squeezes the rows before this one into the window, each once. */
    private void readTo(int end) {
        for (rowsRead = Math.max(rowsRead, end - window.length); rowsRead < end; rowsRead++) {
            source.read(rowsRead, row);
            squeeze(window[rowsRead % window.length]);
        }
    }

    /** Colours are summed by their alpha, so that what cannot be seen has no share. */
    private void squeeze(float[] target) {
        for (int x = 0; x < target.length / CHANNELS; x++) {
            float[] weights = across.weights(x);
            float alpha = 0;
            float red = 0;
            float green = 0;
            float blue = 0;
            for (int j = 0; j < weights.length; j++) {
                int pixel = row[across.first(x) + j];
                float share = weights[j] * (pixel >>> 24);
                alpha += share;
                red += share * ((pixel >> 16) & 0xff);
                green += share * ((pixel >> 8) & 0xff);
                blue += share * (pixel & 0xff);
            }
            target[x * CHANNELS] = alpha;
            target[x * CHANNELS + 1] = red;
            target[x * CHANNELS + 2] = green;
            target[x * CHANNELS + 3] = blue;
        }
    }

    private static void write(float[] sums, Pixels target, int y) {
        for (int x = 0; x < target.width(); x++) {
            int at = x * CHANNELS;
            int alpha = rounded(sums[at]);
            target.argb()[y * target.width() + x] =
                    alpha == 0
                            ? 0
                            : (alpha << 24)
                                    | (rounded(sums[at + 1] / sums[at]) << 16)
                                    | (rounded(sums[at + 2] / sums[at]) << 8)
                                    | rounded(sums[at + 3] / sums[at]);
        }
    }

    private static int rounded(float value) {
        return Math.clamp(Math.round(value), 0, 0xff);
    }
}
