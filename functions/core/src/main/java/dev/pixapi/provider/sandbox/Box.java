package dev.pixapi.provider.sandbox;

/** A rectangle in pixels. */
record Box(double x, double y, double width, double height) {

    double right() {
        return x + width;
    }

    double bottom() {
        return y + height;
    }

    /** The same place, smaller on each side by a share of its shorter length. */
    Box shrunk(double share) {
        double by = share * Math.min(width, height);
        return new Box(x + by, y + by, width - 2 * by, height - 2 * by);
    }

    /** The part of this place that is also in the other; of no size where there is none. */
    Box within(Box other) {
        return between(
                Math.max(x, other.x),
                Math.max(y, other.y),
                Math.min(right(), other.right()),
                Math.min(bottom(), other.bottom()));
    }

    Box moved(double byX, double byY) {
        return new Box(x + byX, y + byY, width, height);
    }

    /** The least rectangle that holds both. */
    Box union(Box other) {
        return between(
                Math.min(x, other.x),
                Math.min(y, other.y),
                Math.max(right(), other.right()),
                Math.max(bottom(), other.bottom()));
    }

    private static Box between(double left, double top, double right, double bottom) {
        return new Box(left, top, Math.max(0, right - left), Math.max(0, bottom - top));
    }
}
