package dev.pixapi.provider.sandbox;

/**
 * The area that is painted, in pixels.
 *
 * @param scale the length that stands for "1000 pixels of a square picture": everything that is
 *     drawn takes its size from it, so that very long pictures are not drawn too coarsely
 * @param centred true when the corners may be out of sight, as in a round hole
 */
record Frame(int width, int height, double scale, boolean centred) {

    static Frame of(int width, int height) {
        double shorter = Math.min(width, height);
        return new Frame(
                width, height, Math.min(Math.sqrt((double) width * height), 2.2 * shorter), false);
    }

    Frame onItsCentre() {
        return new Frame(width, height, scale, true);
    }

    /** The same area with everything on it smaller or larger. */
    Frame scaled(double by) {
        return new Frame(width, height, by * scale, centred);
    }

    double margin() {
        return Math.min(0.068 * scale, 0.1 * Math.min(width, height));
    }

    boolean isWide() {
        return width > 1.35 * height;
    }

    /** Where the eye goes first, off the words: a share of the width. */
    double focusX() {
        return centred ? 0.57 : isWide() ? 0.79 : 0.68;
    }

    /** Where the eye goes first, off the words: a share of the height. */
    double focusY() {
        return centred ? 0.37 : isWide() ? 0.42 : 0.3;
    }
}
