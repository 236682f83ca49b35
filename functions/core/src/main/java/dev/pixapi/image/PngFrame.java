package dev.pixapi.image;

/**
 * What IHDR says.
 *
 * @param depth bits of a sample
 * @param colour 0 grey, 2 RGB, 3 palette, 4 grey and alpha, 6 RGB and alpha
 */
record PngFrame(Dimensions dimensions, int depth, int colour) {
    /** Of IHDR's own bytes. */
    static final int LENGTH = 13;

    private static final int PALETTE = 3;

    /** Deflate makes of a byte at most so many: 258 of two bits. */
    private static final int MOST_INFLATED = 1_032;

    /** Reads IHDR's bytes from a position where they are. */
    static PngFrame read(FileBytes file, int at) throws Flaw {
        var dimensions = InputLimits.dimensions(file.u32(at), file.u32(at + 4));
        var frame = new PngFrame(dimensions, file.u8(at + 8), file.u8(at + 9));
        var interlaced = file.u8(at + 12);
        if (!frame.isKnown() || file.u16(at + 10) != 0 || interlaced > 1) {
            throw Flaw.damaged("its header names a kind of PNG that there is not");
        }
        return frame;
    }

    private boolean isKnown() {
        return switch (colour) {
            case 0 -> depth == 1 || depth == 2 || depth == 4 || depth == 8 || depth == 16;
            case PALETTE -> depth == 1 || depth == 2 || depth == 4 || depth == 8;
            case 2, 4, 6 -> depth == 8 || depth == 16;
            default -> false;
        };
    }

    boolean hasAlpha() {
        return colour == 4 || colour == 6;
    }

    boolean needsPalette() {
        return colour == PALETTE;
    }

    /** Readers cut one that is longer than the depth allows, and skip one that is only a hint. */
    boolean canHavePalette(int length) {
        return !needsPalette() || (length > 0 && length <= 3 * 256 && length % 3 == 0);
    }

    /** Whether a tRNS chunk of this length makes pixels transparent; readers skip a wrong one. */
    boolean isTransparentBy(int length, boolean palette) {
        return switch (colour) {
            case 0 -> length == 2;
            case 2 -> length == 6;
            case PALETTE -> palette && length > 0 && length <= 1 << depth;
            default -> false;
        };
    }

    /** Fewer compressed bytes cannot hold the pixels: a file that claims more is cut, or a bomb. */
    long leastCompressed() {
        var samples = colour == 2 ? 3 : colour == 4 ? 2 : colour == 6 ? 4 : 1;
        var row = ((long) dimensions.width() * samples * depth + 7) / 8;
        return Math.max(1, row * dimensions.height() / MOST_INFLATED);
    }
}
