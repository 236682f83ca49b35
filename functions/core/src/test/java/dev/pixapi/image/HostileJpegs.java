package dev.pixapi.image;

import static dev.pixapi.image.HostileImage.APPENDED;
import static dev.pixapi.image.HostileImage.CUT;
import static dev.pixapi.image.HostileImage.NO_SIDE;
import static dev.pixapi.image.HostileImage.half;
import static dev.pixapi.image.HostileImage.join;
import static dev.pixapi.image.HostileImage.latin1;
import static dev.pixapi.image.HostileImage.shorter;
import static dev.pixapi.image.HostileImage.side;
import static dev.pixapi.image.HostileImage.with;

import java.util.stream.Stream;

/** JPEGs whose frame or segments lie. */
final class HostileJpegs {
    private static final String ODD_JPEG =
            "is a lossless, hierarchical or arithmetic JPEG; baseline and progressive ones are"
                    + " taken";

    private HostileJpegs() {}

    static Stream<HostileImage> all() {
        return Stream.of(jpegFrames(), jpegSegments()).flatMap(s -> s);
    }

    private static Stream<HostileImage> jpegFrames() {
        return Stream.of(
                jpeg("a JPEG of no width", framed(0xC0, 0, 10), NO_SIDE),
                jpeg("a JPEG whose height comes later", framed(0xC0, 20, 0), NO_SIDE),
                jpeg("a JPEG of 65535x65535", framed(0xC0, 65_535, 65_535), side("65535x65535")),
                jpeg(
                        "a JPEG of 16000x4000",
                        framed(0xC0, 16_000, 4_000),
                        "has more than 50 megapixels"),
                jpeg(
                        "a JPEG bomb within the limits",
                        framed(0xC0, 12_000, 4_000),
                        "holds too little for its 12000x4000 pixels"),
                jpeg("a lossless JPEG", framed(0xC3, 20, 10), ODD_JPEG),
                jpeg("a hierarchical JPEG", framed(0xC5, 20, 10), ODD_JPEG),
                jpeg("an arithmetic JPEG", framed(0xC9, 20, 10), ODD_JPEG),
                jpeg("an arithmetic, progressive JPEG", framed(0xCA, 20, 10), ODD_JPEG),
                jpeg("a lossless, arithmetic JPEG", framed(0xCF, 20, 10), ODD_JPEG),
                jpeg(
                        "a JPEG of 12 bits",
                        new JpegBytes().frame(0xC1, 12, 20, 10, 3).scan(50).end(),
                        "has 12 bits a sample; a JPEG has 8"),
                jpeg(
                        "a CMYK JPEG",
                        new JpegBytes().frame(0xC0, 20, 10, 4).scan(50).end(),
                        "is a CMYK JPEG; grey and RGB ones are taken"),
                jpeg(
                        "a JPEG of two colours",
                        new JpegBytes().frame(0xC0, 20, 10, 2).scan(50).end(),
                        "is damaged: its colours are none"),
                jpeg(
                        "a JPEG of no colour",
                        new JpegBytes().frame(0xC0, 20, 10, 0).scan(50).end(),
                        "is damaged: its colours are none"),
                jpeg(
                        "a JPEG sampled by nothing",
                        new JpegBytes()
                                .segment(
                                        0xC0, (byte) 8, (byte) 0, (byte) 10, (byte) 0, (byte) 20,
                                        (byte) 1, (byte) 1, (byte) 0, (byte) 0)
                                .scan(50)
                                .end(),
                        "is damaged: its colours are none"),
                jpeg(
                        "a frame shorter than it must be",
                        new JpegBytes()
                                .segment(
                                        0xC0, (byte) 8, (byte) 0, (byte) 10, (byte) 0, (byte) 20,
                                        (byte) 3, (byte) 1)
                                .scan(50)
                                .end(),
                        "is damaged: its frame header has the wrong length"),
                jpeg(
                        "a JPEG of two frames",
                        new JpegBytes()
                                .frame(0xC0, 20, 10, 3)
                                .frame(0xC0, 9_000, 9, 3)
                                .scan(50)
                                .end(),
                        "is damaged: it has two frames"),
                jpeg(
                        "a JPEG without a frame",
                        new JpegBytes().segment(0xE0).end(),
                        "is damaged: there is no picture in it"),
                jpeg(
                        "a JPEG without pixels",
                        new JpegBytes().frame(0xC0, 20, 10, 3).end(),
                        "holds too little for its 20x10 pixels"),
                jpeg(
                        "pixels before their frame",
                        new JpegBytes().scan(50).frame(0xC0, 20, 10, 3).end(),
                        "is damaged: its pixels come before its frame"));
    }

    private static Stream<HostileImage> jpegSegments() {
        var none = "is damaged: a part of it is none";
        return Stream.of(
                jpeg("the first three bytes of a JPEG", new JpegBytes().raw(0xFF), CUT),
                new HostileImage("half a JPEG", half(JpegBytes.sound()), CUT),
                new HostileImage("a JPEG without its last byte", shorter(JpegBytes.sound()), CUT),
                jpeg("a JPEG without EOI", new JpegBytes().frame(0xC0, 20, 10, 3).scan(50), CUT),
                jpeg(
                        "a segment longer than the file",
                        new JpegBytes().segmentOf(0xE1, 60_000, new byte[10]).end(),
                        CUT),
                jpeg(
                        "a segment of no length",
                        new JpegBytes().segmentOf(0xE1, 0).frame(0xC0, 20, 10, 3).scan(50).end(),
                        none),
                jpeg(
                        "a segment of one byte",
                        new JpegBytes().segmentOf(0xE1, 1).frame(0xC0, 20, 10, 3).scan(50).end(),
                        none),
                jpeg(
                        "a second beginning",
                        new JpegBytes()
                                .segment(0xE0)
                                .marker(0xD8)
                                .frame(0xC0, 20, 10, 3)
                                .scan(50)
                                .end(),
                        none),
                jpeg(
                        "a restart outside of pixels",
                        new JpegBytes()
                                .segment(0xE0)
                                .marker(0xD3)
                                .frame(0xC0, 20, 10, 3)
                                .scan(50)
                                .end(),
                        none),
                jpeg(
                        "a marker that there is not",
                        new JpegBytes().segment(0x42).frame(0xC0, 20, 10, 3).scan(50).end(),
                        none),
                jpeg(
                        "text between two segments",
                        new JpegBytes()
                                .segment(0xE0)
                                .raw('h', 'i')
                                .frame(0xC0, 20, 10, 3)
                                .scan(50)
                                .end(),
                        "is damaged: there is no marker where one must be"),
                jpeg(
                        "a million empty segments",
                        flood(1_000_000, 0xE1, 0x00, 0x02),
                        "has more than 2,000 parts"),
                jpeg(
                        "a million stand-alone markers",
                        flood(1_000_000, 0x01),
                        "has more than 2,000 parts"),
                jpeg("nothing but fill bytes", fill(3_000_000), CUT),
                jpeg("a thousand scans", scans(1_000), "has more than 100 scans"),
                jpeg(
                        "a preview that is cut",
                        new JpegBytes()
                                .segment(0xE2, latin1("MPF\0II*\0"))
                                .frame(0xC0, 20, 10, 3)
                                .scan(50)
                                .end()
                                .marker(0xD8)
                                .frame(0xC0, 20, 10, 3),
                        CUT),
                new HostileImage(
                        "a ZIP behind an announced preview",
                        with(
                                join(
                                        new JpegBytes()
                                                .segment(0xE2, latin1("MPF\0"))
                                                .frame(0xC0, 20, 10, 3)
                                                .scan(50)
                                                .end()
                                                .bytes(),
                                        JpegBytes.sound()),
                                "PK\3\4"),
                        APPENDED));
    }

    private static JpegBytes framed(int code, int width, int height) {
        return new JpegBytes().frame(code, width, height, 3).scan(50).end();
    }

    private static JpegBytes scans(int count) {
        var jpeg = new JpegBytes().frame(0xC2, 20, 10, 3);
        for (var i = 0; i < count; i++) {
            jpeg.scan(5);
        }
        return jpeg.end();
    }

    private static JpegBytes flood(int count, int... segment) {
        var jpeg = new JpegBytes();
        for (var i = 0; i < count; i++) {
            jpeg.raw(0xFF).raw(segment);
        }
        return jpeg.frame(0xC0, 20, 10, 3).scan(50).end();
    }

    private static JpegBytes fill(int count) {
        var jpeg = new JpegBytes();
        for (var i = 0; i < count; i++) {
            jpeg.raw(0xFF);
        }
        return jpeg;
    }

    private static HostileImage jpeg(String name, JpegBytes jpeg, String reason) {
        return new HostileImage(name, jpeg.bytes(), reason);
    }
}
