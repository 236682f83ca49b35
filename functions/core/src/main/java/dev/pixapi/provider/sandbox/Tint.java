package dev.pixapi.provider.sandbox;

import java.util.function.IntBinaryOperator;

/** What colour a part of a picture has on the whole. */
final class Tint {
    /** Enough to know; a picture may have millions. */
    private static final int SAMPLES_A_SIDE = 64;

    private Tint() {}

    /** Of all that can be seen; middle grey where nothing can. */
    static Lab of(Pixels picture) {
        Box all = new Box(0, 0, picture.width(), picture.height());
        return mean(picture, all, (x, y) -> picture.at(x, y) >>> 24);
    }

    /** Of what stays around a hole; middle grey where nothing stays. */
    static Lab around(Hole hole, Pixels picture) {
        Box bounds = hole.bounds();
        double reach = 0.15 * Math.max(bounds.width(), bounds.height());
        double left = Math.max(0, bounds.x() - reach);
        double top = Math.max(0, bounds.y() - reach);
        double right = Math.min(picture.width(), bounds.right() + reach);
        double bottom = Math.min(picture.height(), bounds.bottom() + reach);
        Box near = new Box(left, top, right - left, bottom - top);
        return mean(picture, near, (x, y) -> hole.kept(x, y) * (picture.at(x, y) >>> 24));
    }

    private static Lab mean(Pixels picture, Box box, IntBinaryOperator weight) {
        double total = 0;
        double[] sums = new double[3];
        for (int i = 0; i < SAMPLES_A_SIDE * SAMPLES_A_SIDE; i++) {
            double across = (i % SAMPLES_A_SIDE + 0.5) / SAMPLES_A_SIDE;
            int row = i / SAMPLES_A_SIDE;
            double down = (row + 0.5) / SAMPLES_A_SIDE;
            int x = (int) (box.x() + across * box.width());
            int y = (int) (box.y() + down * box.height());
            double share = weight.applyAsInt(x, y);
            Lab colour = Lab.ofRgb(picture.at(x, y));
            total += share;
            sums[0] += share * colour.l();
            sums[1] += share * colour.a();
            sums[2] += share * colour.b();
        }
        return total == 0
                ? new Lab(0.5f, 0, 0)
                : new Lab(
                        (float) (sums[0] / total),
                        (float) (sums[1] / total),
                        (float) (sums[2] / total));
    }
}
