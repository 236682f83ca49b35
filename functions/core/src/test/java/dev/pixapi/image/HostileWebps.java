package dev.pixapi.image;

import static dev.pixapi.image.HostileImage.ANIMATED;
import static dev.pixapi.image.HostileImage.CUT;
import static dev.pixapi.image.HostileImage.NO_SIDE;
import static dev.pixapi.image.HostileImage.half;
import static dev.pixapi.image.HostileImage.side;

import java.util.stream.Stream;

/** WebPs whose container or frame lies. */
final class HostileWebps {
    private HostileWebps() {}

    static Stream<HostileImage> all() {
        var frame = "is damaged: its frame begins with something else";
        return Stream.of(
                webp(
                        "an animated WebP",
                        new WebpBytes()
                                .canvas(WebpBytes.ANIMATION, 20, 10)
                                .chunk("ANIM", new byte[6])
                                .bytes(),
                        ANIMATED),
                webp(
                        "a WebP animated by its flag alone",
                        new WebpBytes().canvas(WebpBytes.ANIMATION, 20, 10).lossy(20, 10).bytes(),
                        ANIMATED),
                webp(
                        "a WebP animated by a chunk alone",
                        new WebpBytes()
                                .canvas(0, 20, 10)
                                .lossy(20, 10)
                                .chunk("ANMF", new byte[16])
                                .bytes(),
                        ANIMATED),
                webp(
                        "a WebP whose canvas is larger than its picture",
                        new WebpBytes().canvas(0, 40, 10).lossy(20, 10).bytes(),
                        "is damaged: its picture is 20x10, its canvas 40x10"),
                webp(
                        "a WebP whose canvas is smaller than its picture",
                        new WebpBytes().canvas(0, 1, 1).lossless(20, 10, false).bytes(),
                        "is damaged: its picture is 20x10, its canvas 1x1"),
                webp(
                        "a WebP of 2^24 pixels a side",
                        new WebpBytes().canvas(0, 1 << 24, 1 << 24).lossy(20, 10).bytes(),
                        side("16777216x16777216")),
                webp(
                        "a WebP of 51 megapixels",
                        new WebpBytes().lossy(5_100, 10_000).bytes(),
                        "has more than 50 megapixels"),
                webp(
                        "a lossless WebP of 16384x16384",
                        new WebpBytes().lossless(16_384, 16_384, true).bytes(),
                        "has more than 50 megapixels"),
                webp("a WebP of no width", new WebpBytes().lossy(0, 10).bytes(), NO_SIDE),
                webp(
                        "a WebP without a picture",
                        new WebpBytes().canvas(0, 20, 10).bytes(),
                        "is damaged: there is no picture in it"),
                webp(
                        "a WebP of nothing",
                        new WebpBytes().bytes(),
                        "is damaged: there is no picture in it"),
                webp(
                        "a WebP of two pictures",
                        new WebpBytes()
                                .canvas(0, 20, 10)
                                .lossy(20, 10)
                                .lossless(20, 10, false)
                                .bytes(),
                        "is damaged: it has two frames"),
                webp(
                        "a WebP of two canvases",
                        new WebpBytes().canvas(0, 20, 10).canvas(0, 20, 10).lossy(20, 10).bytes(),
                        "is damaged: it has two headers"),
                webp(
                        "a WebP that begins with its alpha",
                        new WebpBytes().chunk("ALPH", new byte[9]).lossy(20, 10).bytes(),
                        "is damaged: it does not begin with its header"),
                webp(
                        "a canvas of the wrong length",
                        new WebpBytes().chunk("VP8X", new byte[9]).lossy(20, 10).bytes(),
                        "is damaged: its header has the wrong length"),
                webp(
                        "a frame of a film that is no key frame",
                        new WebpBytes().lossy(0x11, 20, 10).bytes(),
                        frame),
                webp("a frame that is not shown", new WebpBytes().lossy(0, 20, 10).bytes(), frame),
                webp(
                        "a frame of a newer version",
                        new WebpBytes().lossy(0x18, 20, 10).bytes(),
                        frame),
                webp(
                        "a frame without its start code",
                        new WebpBytes()
                                .chunk("VP8 ", new byte[] {0x10, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
                                .bytes(),
                        frame),
                webp(
                        "a lossless frame without its signature",
                        new WebpBytes().chunk("VP8L", new byte[12]).bytes(),
                        frame),
                webp(
                        "a partition longer than its frame",
                        new WebpBytes().lossy(0x10 | 500 << 5, 20, 10).bytes(),
                        CUT),
                webp(
                        "a frame of four bytes",
                        new WebpBytes().chunk("VP8L", new byte[4]).bytes(),
                        CUT),
                webp(
                        "a container longer than the file",
                        new WebpBytes().lossy(20, 10).bytes(5_000),
                        CUT),
                webp("a container of 2^32 - 1 bytes", new WebpBytes().lossy(20, 10).bytes(-1), CUT),
                webp(
                        "a container shorter than its picture",
                        new WebpBytes().lossy(20, 10).bytes(20),
                        CUT),
                webp(
                        "a container of no bytes",
                        new WebpBytes().lossy(20, 10).bytes(0),
                        "is damaged: there is no picture in it"),
                webp(
                        "a chunk longer than its container",
                        new WebpBytes().lossy(20, 10).chunkOf("EXIF", 5_000, new byte[4]).bytes(),
                        CUT),
                webp(
                        "a chunk of 2^32 - 8 bytes, which ends where it begins",
                        new WebpBytes().lossy(20, 10).chunkOf("EXIF", -8).bytes(),
                        CUT),
                webp(
                        "a million empty chunks in a WebP",
                        new WebpBytes().lossy(20, 10).chunks(1_000_000, "EXIF").bytes(),
                        "has more than 1,000 parts"),
                new HostileImage("half a WebP", half(WebpBytes.sound()), CUT));
    }

    private static HostileImage webp(String name, byte[] webp, String reason) {
        return new HostileImage(name, webp, reason);
    }
}
