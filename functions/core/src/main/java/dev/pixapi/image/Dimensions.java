package dev.pixapi.image;

import java.util.regex.Pattern;

/** Width and height in pixels, {@code 1024x1024} as text. */
public record Dimensions(int width, int height) {
    /** As it is written, by callers and by the catalogue. */
    static final Pattern FORM = Pattern.compile("[1-9][0-9]{0,4}x[1-9][0-9]{0,4}");

    public Dimensions {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("an image has at least one pixel");
        }
    }

    /**
     * Reads {@code WIDTHxHEIGHT}.
     *
     * @throws IllegalArgumentException when the text is not two numbers of up to five digits
     */
    public static Dimensions of(String text) {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException(text + " is no size");
        }
        var sides = text.split("x", 2);
        return new Dimensions(Integer.parseInt(sides[0]), Integer.parseInt(sides[1]));
    }

    public int longEdge() {
        return Math.max(width, height);
    }

    public int shortEdge() {
        return Math.min(width, height);
    }

    public long pixels() {
        return (long) width * height;
    }

    @Override
    public String toString() {
        return width + "x" + height;
    }
}
