package dev.pixapi.image;

/** What a frame header (SOF) says of a picture that common readers read. */
record JpegFrame(Dimensions dimensions) {
    private static final int BASELINE = 0xC0;
    private static final int PROGRESSIVE = 0xC2;

    /** DHT, JPG and DAC lie among the frames and are none. */
    static boolean isFrame(int code) {
        return code >= BASELINE && code <= 0xCF && code != 0xC4 && code != 0xC8 && code != 0xCC;
    }

    /** Reads the segment whose length field is at a position; the segment is all there. */
    static JpegFrame read(int code, FileBytes file, int at) throws Flaw {
        if (code > PROGRESSIVE) {
            throw new Flaw(
                    "is a lossless, hierarchical or arithmetic JPEG; baseline and progressive ones"
                            + " are taken");
        }
        var length = file.u16(at);
        var components = length < 9 ? 0 : file.u8(at + 7);
        if (length != 8 + 3 * components) {
            throw Flaw.damaged("its frame header has the wrong length");
        }
        if (file.u8(at + 2) != 8) {
            throw new Flaw("has %d bits a sample; a JPEG has 8".formatted(file.u8(at + 2)));
        }
        if (components == 4) {
            throw new Flaw("is a CMYK JPEG; grey and RGB ones are taken");
        }
        if (components != 1 && components != 3) {
            throw Flaw.damaged("its colours are none");
        }
        for (var i = 0; i < components; i++) {
            checkSampling(file.u8(at + 9 + 3 * i));
        }
        return new JpegFrame(InputLimits.dimensions(file.u16(at + 5), file.u16(at + 3)));
    }

    private static void checkSampling(int sampling) throws Flaw {
        var across = sampling >> 4;
        var down = sampling & 15;
        if (across < 1 || across > 4 || down < 1 || down > 4) {
            throw Flaw.damaged("its colours are none");
        }
    }

    /**
     * Fewer compressed bytes cannot hold the pixels: a block of 8x8 takes at least a bit, and the
     * finest colour covers at least a quarter of the picture, whatever the sampling.
     */
    long leastCompressed() {
        var across = (dimensions.width() + 7L) / 8;
        var down = (dimensions.height() + 7L) / 8;
        return Math.max(1, across * down / 4 / 8);
    }
}
