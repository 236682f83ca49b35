package dev.pixapi.image;

/**
 * A PNG that a caller hands in: every chunk from IHDR to IEND, by their lengths. Nothing is
 * inflated: neither pixels nor profiles nor texts.
 */
final class PngCheck {
    private static final int IHDR = 0x49484452;
    private static final int PLTE = 0x504C5445;
    private static final int IDAT = 0x49444154;
    private static final int IEND = 0x49454E44;
    private static final int TRNS = 0x74524E53;

    /** Those of APNG: animation, frame and frame data. */
    private static final int ACTL = 0x6163544C;

    private static final int FCTL = 0x6663544C;
    private static final int FDAT = 0x66644154;

    private static final int SIGNATURE = 8;

    /** Length, type, checksum. */
    private static final int AROUND = 12;

    /** 50 MB in pieces of 8 KB, as libpng writes them, are 6,400. */
    private static final int MOST_CHUNKS = 20_000;

    private final FileBytes file;
    private final PngFrame frame;
    private boolean palette;
    private boolean transparency;
    private boolean pixelsEnded;

    /** Bytes of compressed pixels. */
    private long pixels;

    private PngCheck(FileBytes file, PngFrame frame) {
        this.file = file;
        this.frame = frame;
    }

    static Inspection.Sound check(FileBytes file) throws Flaw {
        if ((int) file.u32(SIGNATURE + 4) != IHDR || file.u32(SIGNATURE) != PngFrame.LENGTH) {
            throw Flaw.damaged("it does not begin with its header");
        }
        var behind = file.skip(SIGNATURE, PngFrame.LENGTH + AROUND);
        checksum(file, SIGNATURE, behind);
        return new PngCheck(file, PngFrame.read(file, SIGNATURE + 8)).from(behind);
    }

    private Inspection.Sound from(int first) throws Flaw {
        var at = first;
        for (var steps = 0; steps < MOST_CHUNKS; steps++) {
            var type = (int) file.u32(at + 4);
            var next = file.skip(at, file.u32(at) + AROUND);
            if (isCritical(type)) {
                checksum(file, at, next);
            }
            if (type == IEND) {
                return whole(next);
            }
            take(type, at, next - at - AROUND);
            at = next;
        }
        throw new Flaw("has more than 20,000 parts");
    }

    private void take(int type, int at, int length) throws Flaw {
        switch (type) {
            case IDAT -> pixels(length);
            case PLTE -> palette(length);
            case TRNS -> transparency |= pixels == 0 && frame.isTransparentBy(length, palette);
            case ACTL, FCTL, FDAT -> throw Flaw.animated();
            default -> other(type, at);
        }
        pixelsEnded |= pixels > 0 && type != IDAT;
    }

    private void pixels(int length) throws Flaw {
        if (pixelsEnded) {
            throw Flaw.damaged("its pixels are in several places");
        }
        if (frame.needsPalette() && !palette) {
            throw Flaw.damaged("its palette is missing");
        }
        pixels += length;
    }

    private void palette(int length) throws Flaw {
        if (palette || !frame.canHavePalette(length)) {
            throw Flaw.damaged("its palette is none");
        }
        palette = true;
    }

    /** What no reader knows may be skipped, unless its name says that it must be understood. */
    private void other(int type, int at) throws Flaw {
        for (var i = 4; i < 8; i++) {
            var letter = file.u8(at + i) | 0x20;
            if (letter < 'a' || letter > 'z') {
                throw Flaw.damaged("a part of it has no name");
            }
        }
        if (isCritical(type)) {
            throw Flaw.damaged("it has a part that does not belong there");
        }
    }

    private static boolean isCritical(int type) {
        return (type & 0x20000000) == 0;
    }

    private Inspection.Sound whole(int end) throws Flaw {
        if (frame.leastCompressed() > pixels) {
            throw new Flaw("holds too little for its %s pixels".formatted(frame.dimensions()));
        }
        file.endsAt(end);
        return new Inspection.Sound(
                new ImageInfo(ImageFormat.PNG, frame.dimensions()),
                transparency || frame.hasAlpha());
    }

    private static void checksum(FileBytes file, int at, int next) throws Flaw {
        if (file.crc32(at + 4, next - 4) != file.u32(next - 4)) {
            throw Flaw.damaged("a checksum in it is wrong");
        }
    }
}
