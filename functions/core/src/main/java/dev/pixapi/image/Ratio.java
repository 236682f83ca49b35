package dev.pixapi.image;

import java.util.regex.Pattern;

/** An aspect ratio, {@code 16:9} as text. */
public record Ratio(int width, int height) {
    /** As it is written, by callers and by the catalogue. */
    static final Pattern FORM = Pattern.compile("[1-9][0-9]?:[1-9][0-9]?");

    public static final Ratio SQUARE = new Ratio(1, 1);

    public Ratio {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("a ratio has two positive sides");
        }
    }

    /**
     * @throws IllegalArgumentException when the text is not two numbers and a colon
     */
    public static Ratio of(String text) {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException(text + " is no ratio");
        }
        var sides = text.split(":", 2);
        return new Ratio(Integer.parseInt(sides[0]), Integer.parseInt(sides[1]));
    }

    /**
     * How far this is from the shape of an image: 0 when equal, 0.05 for five percent, alike both
     * ways.
     */
    public double distance(Dimensions size) {
        return Math.abs(
                Math.log((double) width / height)
                        - Math.log((double) size.width() / size.height()));
    }

    @Override
    public String toString() {
        return width + ":" + height;
    }
}
