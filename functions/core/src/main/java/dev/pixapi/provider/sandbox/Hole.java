package dev.pixapi.provider.sandbox;

/**
 * Where a mask lets a picture be changed.
 *
 * @param mask its alpha says how much of the picture stays: 255 is all, 0 nothing
 * @param bounds of the pixels that do not stay as they are; whole numbers
 */
record Hole(Pixels mask, Box bounds) {
    static Hole in(Pixels mask) {
        int left = mask.width();
        int right = 0;
        int top = mask.height();
        int bottom = 0;
        for (int y = 0; y < mask.height(); y++) {
            for (int x = 0; x < mask.width(); x++) {
                if (mask.at(x, y) >>> 24 != 0xff) {
                    left = Math.min(left, x);
                    right = Math.max(right, x + 1);
                    top = Math.min(top, y);
                    bottom = y + 1;
                }
            }
        }
        return bottom == 0
                ? new Hole(mask, new Box(0, 0, 0, 0))
                : new Hole(mask, new Box(left, top, right - left, bottom - top));
    }

    /** True when the mask lets nothing be changed. */
    boolean isEmpty() {
        return bounds.width() == 0;
    }

    boolean reachesRight() {
        return bounds.right() == mask.width();
    }

    boolean reachesBottom() {
        return bounds.bottom() == mask.height();
    }

    /** How much of the pixel stays, 0 to 255. */
    int kept(int x, int y) {
        return mask.at(x, y) >>> 24;
    }

    /**
     * A rectangle to set something in, in pixels of the whole picture: nothing stays in it, and it
     * keeps its distance from the hole's edge and the picture's.
     */
    Box room() {
        Frame frame = Frame.of(mask.width(), mask.height());
        double margin = frame.margin();
        Box inner =
                new Box(margin, margin, frame.width() - 2 * margin, frame.height() - 2 * margin);
        return new FreeRoom(this).largest().shrunk(0.06).within(inner);
    }
}
