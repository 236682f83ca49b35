package dev.pixapi.image;

/** Width and height in pixels, {@code 1024x1024} as text. */
public record Dimensions(int width, int height) {
    public Dimensions {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("an image has at least one pixel");
        }
    }

    /** Reads {@code WIDTHxHEIGHT}. */
    public static Dimensions of(String text) {
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
