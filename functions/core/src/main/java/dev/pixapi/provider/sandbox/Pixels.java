package dev.pixapi.provider.sandbox;

/**
 * A picture in memory.
 *
 * @param argb 0xAARRGGBB from left to right and from the top down; colours are not multiplied by
 *     their alpha
 */
record Pixels(int[] argb, int width, int height) {

    Pixels(int width, int height) {
        this(new int[Math.multiplyExact(width, height)], width, height);
    }

    int at(int x, int y) {
        return argb[y * width + x];
    }

    boolean isOpaque() {
        for (int pixel : argb) {
            if (pixel >>> 24 != 0xff) {
                return false;
            }
        }
        return true;
    }
}
