package dev.pixapi.image;

import java.util.Optional;

/**
 * A WebP that a caller hands in: every chunk of its RIFF container, and the header of its one
 * frame. Nothing is decoded.
 */
final class WebpCheck {
    private static final int LOSSY = 0x56503820;
    private static final int LOSSLESS = 0x5650384C;
    private static final int EXTENDED = 0x56503858;
    private static final int ALPHA = 0x414C5048;
    private static final int ANIMATION = 0x414E494D;
    private static final int ANIMATION_FRAME = 0x414E4D46;

    /** {@code RIFF}, size, {@code WEBP}. */
    private static final int PREAMBLE = 12;

    /** A picture has a frame, its alpha, a profile and two kinds of metadata. */
    private static final int MOST_CHUNKS = 1_000;

    private final FileBytes file;
    private Optional<Canvas> canvas = Optional.empty();
    private Optional<WebpFrame> frame = Optional.empty();
    private boolean alpha;

    /** What VP8X says of the whole. */
    private record Canvas(Dimensions dimensions, boolean alpha) {
        private static final int ALPHA_FLAG = 0x10;
        private static final int ANIMATION_FLAG = 0x02;

        static Canvas read(FileBytes file, int at, long length) throws Flaw {
            if (length != 10) {
                throw Flaw.damaged("its header has the wrong length");
            }
            if ((file.u8(at) & ANIMATION_FLAG) != 0) {
                throw Flaw.animated();
            }
            return new Canvas(
                    InputLimits.dimensions(1L + file.le24(at + 4), 1L + file.le24(at + 7)),
                    (file.u8(at) & ALPHA_FLAG) != 0);
        }
    }

    private WebpCheck(FileBytes file) {
        this.file = file;
    }

    static Inspection.Sound check(FileBytes whole) throws Flaw {
        var end = whole.skip(8, whole.le32(4));
        var sound = new WebpCheck(new FileBytes(whole.bytes(), end)).sound();
        whole.endsAt(end);
        return sound;
    }

    private Inspection.Sound sound() throws Flaw {
        var at = PREAMBLE;
        for (var steps = 0; at < file.end(); steps++) {
            if (steps == MOST_CHUNKS) {
                throw new Flaw("has more than 1,000 parts");
            }
            var length = file.le32(at + 4);
            var next = file.skip(at + 8, length);
            take((int) file.u32(at), at + 8, length);
            // Odd chunks are padded; some writers leave that out at the very end.
            at = length % 2 == 1 && next < file.end() ? next + 1 : next;
        }
        return whole();
    }

    private void take(int type, int at, long length) throws Flaw {
        if (at == PREAMBLE + 8 && type != LOSSY && type != LOSSLESS && type != EXTENDED) {
            throw Flaw.damaged("it does not begin with its header");
        }
        switch (type) {
            case EXTENDED -> {
                if (at != PREAMBLE + 8) {
                    throw Flaw.damaged("it has two headers");
                }
                canvas = Optional.of(Canvas.read(file, at, length));
            }
            case LOSSY, LOSSLESS -> {
                if (frame.isPresent()) {
                    throw Flaw.damaged("it has two frames");
                }
                frame =
                        Optional.of(
                                type == LOSSY
                                        ? WebpFrame.lossy(file, at, length)
                                        : WebpFrame.lossless(file, at, length));
            }
            case ALPHA -> alpha |= frame.isEmpty() && length > 1;
            case ANIMATION, ANIMATION_FRAME -> throw Flaw.animated();
            default -> {}
        }
    }

    private Inspection.Sound whole() throws Flaw {
        var picture = frame.orElseThrow(() -> Flaw.damaged("there is no picture in it"));
        var size = picture.dimensions();
        var framed = canvas.map(Canvas::dimensions).orElse(size);
        if (!framed.equals(size)) {
            throw Flaw.damaged("its picture is %s, its canvas %s".formatted(size, framed));
        }
        return new Inspection.Sound(new ImageInfo(ImageFormat.WEBP, size), isTransparent(picture));
    }

    /** Lossy pixels have their alpha in a chunk of its own; lossless ones carry it. */
    private boolean isTransparent(WebpFrame picture) {
        var extended = canvas.isPresent();
        var flagged = canvas.map(Canvas::alpha).orElse(false);
        return picture.lossless() ? picture.alpha() || flagged : extended && alpha;
    }
}
