package dev.pixapi.image;

import static dev.pixapi.image.HostileImage.ANIMATED;
import static dev.pixapi.image.HostileImage.CUT;
import static dev.pixapi.image.HostileImage.NO_SIDE;
import static dev.pixapi.image.HostileImage.half;
import static dev.pixapi.image.HostileImage.shorter;
import static dev.pixapi.image.HostileImage.side;

import java.util.stream.Stream;

/** PNGs whose header or chunks lie. */
final class HostilePngs {
    private static final String CHECKSUM = "is damaged: a checksum in it is wrong";

    private HostilePngs() {}

    static Stream<HostileImage> all() {
        return Stream.of(pngHeaders(), pngChunks()).flatMap(s -> s);
    }

    private static Stream<HostileImage> pngHeaders() {
        var kind = "is damaged: its header names a kind of PNG that there is not";
        return Stream.of(
                png("a signature and no more", new PngBytes(), CUT),
                new HostileImage("half a PNG", half(PngBytes.sound()), CUT),
                new HostileImage("a PNG without its last byte", shorter(PngBytes.sound()), CUT),
                png("a PNG without IEND", new PngBytes().header(20, 10, 8, 2).pixels(), CUT),
                png("a PNG of no width", rgb(0, 10).pixels().end(), NO_SIDE),
                png("a PNG of no height", rgb(20, 0).pixels().end(), NO_SIDE),
                png(
                        "a PNG of 2^31 pixels a side",
                        rgb(1 << 31, 1 << 31).pixels().end(),
                        side("2147483648x2147483648")),
                png(
                        "a PNG of 2^31 - 1 pixels",
                        rgb(Integer.MAX_VALUE, 1).pixels().end(),
                        side("2147483647x1")),
                png(
                        "a PNG of 2^32 - 1 pixels",
                        rgb(-1, -1).pixels().end(),
                        side("4294967295x4294967295")),
                png(
                        "a PNG whose area overflows 32 bits",
                        rgb(65_536, 65_536).pixels().end(),
                        side("65536x65536")),
                png("a PNG one pixel too wide", rgb(16_385, 1).pixels().end(), side("16385x1")),
                png(
                        "a PNG of 51 megapixels",
                        rgb(5_100, 10_000).pixels().end(),
                        "has more than 50 megapixels"),
                png(
                        "a bomb of 20000x20000 from 40 bytes",
                        rgb(20_000, 20_000).pixels().end(),
                        side("20000x20000")),
                png(
                        "a bomb within the limits",
                        rgb(7_000, 7_000).pixels().end(),
                        "holds too little for its 7000x7000 pixels"),
                png("a PNG of 3 bits", new PngBytes().header(20, 10, 3, 0).pixels().end(), kind),
                png(
                        "a PNG of colour type 5",
                        new PngBytes().header(20, 10, 8, 5).pixels().end(),
                        kind),
                png(
                        "a palette of 16 bits",
                        new PngBytes().header(20, 10, 16, 3).palette(2).pixels().end(),
                        kind),
                png(
                        "a PNG interlaced in a third way",
                        new PngBytes().header(20, 10, 8, 2, 2).pixels().end(),
                        kind),
                png(
                        "a PNG whose header comes second",
                        new PngBytes().chunk("tEXt").header(20, 10, 8, 2).pixels().end(),
                        "is damaged: it does not begin with its header"),
                png(
                        "a PNG for iPhones",
                        new PngBytes()
                                .chunk("CgBI", new byte[4])
                                .header(20, 10, 8, 2)
                                .pixels()
                                .end(),
                        "is damaged: it does not begin with its header"),
                png(
                        "a PNG with a header of 14 bytes",
                        new PngBytes().chunk("IHDR", new byte[14]).pixels().end(),
                        "is damaged: it does not begin with its header"),
                png(
                        "a PNG whose header has a wrong checksum",
                        new PngBytes().chunk("IHDR", 13, new byte[13], 1).pixels().end(),
                        CHECKSUM));
    }

    private static Stream<HostileImage> pngChunks() {
        var bomb = PngBytes.deflated(50_000_000);
        return Stream.of(
                png(
                        "an animated PNG",
                        rgb(20, 10).chunk("acTL", new byte[8]).pixels().end(),
                        ANIMATED),
                png(
                        "an animated PNG that says it behind its pixels",
                        rgb(20, 10).pixels().chunk("acTL", new byte[8]).end(),
                        ANIMATED),
                png(
                        "a PNG with frame data alone",
                        rgb(20, 10).pixels().chunk("fdAT", new byte[8]).end(),
                        ANIMATED),
                png(
                        "a PNG with a frame's header alone",
                        rgb(20, 10).chunk("fcTL", new byte[26]).pixels().end(),
                        ANIMATED),
                png(
                        "a PNG without pixels",
                        rgb(20, 10).end(),
                        "holds too little for its 20x10 pixels"),
                png(
                        "a PNG of empty pixels",
                        rgb(20, 10).chunk("IDAT").end(),
                        "holds too little for its 20x10 pixels"),
                png(
                        "a chunk of 2^31 bytes",
                        rgb(20, 10).chunk("IDAT", 1 << 31, new byte[9], 0).end(),
                        CUT),
                png(
                        "a chunk of 2^32 - 1 bytes",
                        rgb(20, 10).chunk("IDAT", -1, new byte[9], 0).end(),
                        CUT),
                png(
                        "a chunk of 2^32 - 12 bytes, which ends where it begins",
                        rgb(20, 10).chunk("tEXt", -12, new byte[9], 0).end(),
                        CUT),
                png(
                        "a chunk one byte too long",
                        rgb(20, 10).chunk("IDAT", 22, new byte[9], 0),
                        CUT),
                png(
                        "a million empty chunks",
                        rgb(20, 10).chunks(1_000_000, "tEXt").pixels().end(),
                        "has more than 20,000 parts"),
                png(
                        "a million empty pieces of pixels",
                        rgb(20, 10).chunks(1_000_000, "IDAT").end(),
                        "has more than 20,000 parts"),
                png(
                        "pixels with a wrong checksum",
                        rgb(20, 10).chunk("IDAT", 30, new byte[30], 7).end(),
                        CHECKSUM),
                png(
                        "pixels in two places",
                        rgb(20, 10).pixels().chunk("tIME", new byte[7]).pixels().end(),
                        "is damaged: its pixels are in several places"),
                png(
                        "a palette that is missing",
                        new PngBytes().header(20, 10, 8, 3).pixels().end(),
                        "is damaged: its palette is missing"),
                png(
                        "a palette of 257 colours",
                        new PngBytes().header(20, 10, 8, 3).palette(257).pixels().end(),
                        "is damaged: its palette is none"),
                png(
                        "a palette of half a colour",
                        new PngBytes()
                                .header(20, 10, 8, 3)
                                .chunk("PLTE", new byte[4])
                                .pixels()
                                .end(),
                        "is damaged: its palette is none"),
                png(
                        "two headers",
                        rgb(20, 10).header(20, 10, 8, 2).pixels().end(),
                        "is damaged: it has a part that does not belong there"),
                png(
                        "a critical part that nobody knows",
                        rgb(20, 10).chunk("EVIL").pixels().end(),
                        "is damaged: it has a part that does not belong there"),
                png(
                        "a part without a name",
                        rgb(20, 10).chunk("\0\1\2\3").pixels().end(),
                        "is damaged: a part of it has no name"),
                png(
                        "a bomb in a profile of an animation",
                        rgb(20, 10).chunk("iCCP", bomb).chunk("zTXt", bomb).chunk("acTL").end(),
                        ANIMATED));
    }

    private static PngBytes rgb(int width, int height) {
        return new PngBytes().header(width, height, 8, 2);
    }

    private static HostileImage png(String name, PngBytes png, String reason) {
        return new HostileImage(name, png.bytes(), reason);
    }
}
