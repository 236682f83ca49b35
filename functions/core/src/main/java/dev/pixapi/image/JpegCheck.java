package dev.pixapi.image;

import java.util.Optional;

/**
 * A JPEG that a caller hands in: its segments by their lengths, its scans by their markers, to EOI.
 * Nothing is decoded.
 *
 * <p>Phones append further JPEGs (a gain map, a preview) and announce them in an MPF segment (CIPA
 * DC-007). These are walked as well, and are no reason to refuse a photograph.
 */
final class JpegCheck {
    private static final int SOI = 0xD8;
    private static final int EOI = 0xD9;
    private static final int SOS = 0xDA;
    private static final int APP2 = 0xE2;
    private static final int TEM = 0x01;

    /** {@code MPF} and a zero. */
    private static final long MPF = 0x4D504600;

    /** 50 MB of metadata in segments of 64 KB are 800. */
    private static final int MOST_SEGMENTS = 2_000;

    /** A progressive picture has some ten. Each costs its decoder a pass over all pixels. */
    private static final int MOST_SCANS = 100;

    /** Behind the picture. */
    private static final int MOST_APPENDED = 8;

    private final FileBytes file;
    private Optional<JpegFrame> frame = Optional.empty();
    private boolean announcesMore;
    private int scans;

    /** Bytes of compressed pixels. */
    private long pixels;

    private JpegCheck(FileBytes file) {
        this.file = file;
    }

    static Inspection.Sound check(FileBytes file) throws Flaw {
        var picture = new JpegCheck(file);
        var end = picture.walk(2);
        for (var more = 0; picture.announcesMore && more < MOST_APPENDED; more++) {
            var next = file.behindPadding(end);
            if (next + 2 > file.end() || file.u16(next) != (0xFF00 | SOI)) {
                break;
            }
            end = new JpegCheck(file).walk(next + 2);
        }
        file.endsAt(end);
        var size = picture.frame.orElseThrow().dimensions();
        return new Inspection.Sound(new ImageInfo(ImageFormat.JPEG, size), false);
    }

    /** From behind SOI to behind EOI. */
    private int walk(int first) throws Flaw {
        var at = first;
        for (var steps = 0; steps < MOST_SEGMENTS; steps++) {
            at = marker(at);
            var code = file.u8(at - 1);
            if (code == EOI) {
                whole();
                return at;
            }
            at = code == TEM ? at : segment(code, at);
        }
        throw new Flaw("has more than 2,000 parts");
    }

    /** The position behind a marker, which may have fill bytes in front. */
    private int marker(int first) throws Flaw {
        if (file.u8(first) != 0xFF) {
            throw Flaw.damaged("there is no marker where one must be");
        }
        var at = first + 1;
        while (file.u8(at) == 0xFF) {
            at++;
        }
        return at + 1;
    }

    private int segment(int code, int at) throws Flaw {
        var length = file.u16(at);
        if (code < 0xC0 || isRestart(code) || code == SOI || length < 2) {
            throw Flaw.damaged("a part of it is none");
        }
        var next = file.skip(at, length);
        if (JpegFrame.isFrame(code)) {
            frame(code, at);
        } else if (code == APP2) {
            announcesMore |= length >= 6 && file.u32(at + 2) == MPF;
        }
        return code == SOS ? scan(next) : next;
    }

    private void frame(int code, int at) throws Flaw {
        if (frame.isPresent()) {
            throw Flaw.damaged("it has two frames");
        }
        frame = Optional.of(JpegFrame.read(code, file, at));
    }

    /** Skips compressed pixels up to the next marker: FF and neither zero nor a restart. */
    private int scan(int first) throws Flaw {
        if (frame.isEmpty()) {
            throw Flaw.damaged("its pixels come before its frame");
        }
        if (++scans > MOST_SCANS) {
            throw new Flaw("has more than 100 scans");
        }
        var at = first;
        while (file.u8(at) != 0xFF || isData(file.u8(at + 1))) {
            at++;
        }
        pixels += at - first;
        return at;
    }

    private static boolean isData(int behindFF) {
        return behindFF == 0 || isRestart(behindFF);
    }

    private static boolean isRestart(int code) {
        return code >= 0xD0 && code <= 0xD7;
    }

    private void whole() throws Flaw {
        var picture = frame.orElseThrow(() -> Flaw.damaged("there is no picture in it"));
        if (pixels < picture.leastCompressed()) {
            throw new Flaw("holds too little for its %s pixels".formatted(picture.dimensions()));
        }
    }
}
