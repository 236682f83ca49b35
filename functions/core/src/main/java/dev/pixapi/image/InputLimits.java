package dev.pixapi.image;

/** How large an image may be that a caller hands in. What providers return knows no such limit. */
public final class InputLimits {
    /** Of one image. OpenAI and Gemini take no larger one. */
    public static final int MOST_BYTES = 50 * 1024 * 1024;

    /**
     * Of all images of one request, the mask among them: they are in memory at once, and once more
     * on their way to the provider.
     */
    public static final int MOST_BYTES_TOGETHER = 64 * 1024 * 1024;

    static final long MOST_PIXELS = 50_000_000;

    /** WebP ends one pixel before it; PNG and JPEG go further, but no provider follows. */
    static final int LONGEST_SIDE = 16_384;

    private InputLimits() {}

    /** Sides as a header claims them, up to 32 bits each. */
    static Dimensions dimensions(long width, long height) throws Flaw {
        if (width == 0 || height == 0) {
            throw new Flaw("has a side of no pixels");
        }
        if (width > LONGEST_SIDE || height > LONGEST_SIDE) {
            throw new Flaw("is %dx%d pixels; a side has at most 16,384".formatted(width, height));
        }
        if (width * height > MOST_PIXELS) {
            throw new Flaw("has more than 50 megapixels");
        }
        return new Dimensions((int) width, (int) height);
    }
}
