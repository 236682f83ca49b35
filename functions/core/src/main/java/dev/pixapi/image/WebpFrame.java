package dev.pixapi.image;

/**
 * What the header of a WebP frame says.
 *
 * @param alpha whether a lossless frame says that it uses its alpha; a lossy one has none
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6386#section-9.1">VP8</a>
 * @see <a
 *     href="https://developers.google.com/speed/webp/docs/webp_lossless_bitstream_specification">VP8L</a>
 */
record WebpFrame(Dimensions dimensions, boolean lossless, boolean alpha) {
    private static final int START_CODE = 0x9D012A;
    private static final int LOSSLESS_SIGNATURE = 0x2F;
    private static final int LONGEST_SIDE = 0x3FFF;

    /** A key frame's tag of three bytes, its start code, its sides. */
    private static final int LOSSY_HEADER = 10;

    private static final int LOSSLESS_HEADER = 5;

    static WebpFrame lossy(FileBytes file, int at, long length) throws Flaw {
        if (length <= LOSSY_HEADER) {
            throw Flaw.cut();
        }
        var tag = file.le24(at);
        var keyFrame = (tag & 1) == 0;
        var shown = (tag >> 4 & 1) == 1;
        var startCode = file.u8(at + 3) << 16 | file.u16(at + 4);
        if (!keyFrame || !shown || (tag >> 1 & 7) > 3 || startCode != START_CODE) {
            throw Flaw.damaged("its frame begins with something else");
        }
        if (tag >> 5 > length - LOSSY_HEADER) {
            throw Flaw.cut();
        }
        // The two bits above each side ask for scaling, which readers leave out.
        return new WebpFrame(
                InputLimits.dimensions(
                        file.le16(at + 6) & LONGEST_SIDE, file.le16(at + 8) & LONGEST_SIDE),
                false,
                false);
    }

    static WebpFrame lossless(FileBytes file, int at, long length) throws Flaw {
        if (length <= LOSSLESS_HEADER) {
            throw Flaw.cut();
        }
        var bits = file.le32(at + 1);
        if (file.u8(at) != LOSSLESS_SIGNATURE || bits >> 29 != 0) {
            throw Flaw.damaged("its frame begins with something else");
        }
        return new WebpFrame(
                InputLimits.dimensions(1 + (bits & LONGEST_SIDE), 1 + (bits >> 14 & LONGEST_SIDE)),
                true,
                (bits >> 28 & 1) == 1);
    }
}
