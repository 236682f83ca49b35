package dev.pixapi.provider.sandbox;

/**
 * How type of a size is set: large type is heavier and closer.
 *
 * @param size in pixels
 * @param display true for the heavier weight
 * @param tracking added after each letter, in em
 * @param leading from base line to base line, in em
 */
record TypeStyle(double size, boolean display, double tracking, double leading) {

    /** Size is in pixels; scale is that of the frame. */
    static TypeStyle of(double size, double scale) {
        float large = Curves.smooth(0.024f, 0.075f, (float) (size / scale));
        return new TypeStyle(size, size > 0.043 * scale, -0.024 * large, 1.42 - 0.34 * large);
    }

    double lineHeight() {
        return size * leading;
    }
}
