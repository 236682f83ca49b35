package dev.pixapi.provider.sandbox;

/**
 * Keeps what lies under words so dark (or so light) that the words can be read: at least {@link
 * #CONTRAST} to 1. The picture is compressed softly towards the limit, so its shapes stay visible.
 */
final class Legibility {
    /** WCAG's AA asks for 4.5; the rest is room for rounding to 8 bits. */
    static final double CONTRAST = 5.2;

    private final boolean darkGround;
    private final float room;

    Legibility(Palette palette) {
        double ink = Luminance.ofRgb(palette.ink());
        this.darkGround = palette.isDark();
        this.room =
                (float)
                        (darkGround
                                ? (ink + 0.05) / CONTRAST - 0.05
                                : 1 - ((ink + 0.05) * CONTRAST - 0.05));
    }

    /** Changes one pixel of linear light in place; weight is 1 under words, 0 far away. */
    void protect(float[] rgb, float weight) {
        float distance = distance(rgb);
        float ratio = distance / room;
        float kept = 1 - weight + weight / (float) Math.sqrt(1 + ratio * ratio);
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = darkGround ? rgb[i] * kept : 1 - (1 - rgb[i]) * kept;
        }
    }

    /** How far the pixel is from the ground's end of the scale: from black, or from white. */
    private float distance(float[] rgb) {
        float luminance = (float) Luminance.of(rgb[0], rgb[1], rgb[2]);
        return darkGround ? luminance : 1 - luminance;
    }
}
