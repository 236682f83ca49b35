package dev.pixapi.provider.sandbox;

/** A rounded card on a transparent ground, with a soft shadow; all lengths in pixels. */
record Card(int width, int height, int inset, double corner) {

    static Card of(int width, int height) {
        int shorter = Math.min(width, height);
        return new Card(width, height, (int) (0.055 * shorter), 0.07 * shorter);
    }

    int innerWidth() {
        return width - 2 * inset;
    }

    int innerHeight() {
        return height - 2 * inset;
    }

    /** The pixel with its transparency, 0xAARRGGBB; colour is that of the card there. */
    int pixel(int x, int y, int colour) {
        double cover = Math.clamp(0.5 - distance(x + 0.5, y + 0.5), 0, 1);
        double shadow = shadow(distance(x + 0.5, y + 0.5 - 0.22 * inset));
        double alpha = cover + (1 - cover) * shadow;
        int red = shaded((colour >> 16) & 0xff, cover, alpha);
        int green = shaded((colour >> 8) & 0xff, cover, alpha);
        int blue = shaded(colour & 0xff, cover, alpha);
        return ((int) Math.round(255 * alpha) << 24) | (red << 16) | (green << 8) | blue;
    }

    /** The shadow is black, so a pixel's colour is the card's share of what is seen there. */
    private static int shaded(int channel, double cover, double alpha) {
        return alpha == 0 ? 0 : (int) Math.round(channel * cover / alpha);
    }

    private double shadow(double distance) {
        double near = Math.clamp(1 - (distance + 0.25 * inset) / (0.95 * inset), 0, 1);
        return 0.34 * near * near * near;
    }

    /** How far the point is outside the card's edge; below zero inside. */
    private double distance(double x, double y) {
        double dx = Math.abs(x - width / 2.0) - (innerWidth() / 2.0 - corner);
        double dy = Math.abs(y - height / 2.0) - (innerHeight() / 2.0 - corner);
        double outside = Math.sqrt(square(Math.max(dx, 0)) + square(Math.max(dy, 0)));
        return outside + Math.min(Math.max(dx, dy), 0) - corner;
    }

    private static double square(double value) {
        return value * value;
    }
}
