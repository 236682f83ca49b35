package dev.pixapi.provider.sandbox;

import java.util.Objects;

/**
 * What a sandbox picture is made of. Two equal posters are painted pixel for pixel the same.
 *
 * @param model the model's id, shown in the footer
 * @param prompt any text; it is set large
 * @param width in pixels, 1 to 16,383, the most that WebP can hold
 * @param height in pixels, 1 to 16,383, the most that WebP can hold
 * @param quality {@code low} and {@code medium} are plainer; anything else is painted in full
 * @param transparent a card on a transparent ground instead of a full-bleed picture
 * @param index which image of a request it is, from 0: a variation of the same theme
 */
public record Poster(
        String model,
        String prompt,
        int width,
        int height,
        String quality,
        boolean transparent,
        int index) {

    private static final int LONGEST_SIDE = 16_383;

    public Poster {
        Objects.requireNonNull(model, "model");
        Objects.requireNonNull(prompt, "prompt");
        Objects.requireNonNull(quality, "quality");
        if (width < 1 || height < 1 || width > LONGEST_SIDE || height > LONGEST_SIDE) {
            throw new IllegalArgumentException("size out of range: " + width + "x" + height);
        }
        if (index < 0) {
            throw new IllegalArgumentException("index is negative: " + index);
        }
    }

    /** The same in another size. */
    Poster sized(int otherWidth, int otherHeight) {
        return new Poster(model, prompt, otherWidth, otherHeight, quality, transparent, index);
    }
}
