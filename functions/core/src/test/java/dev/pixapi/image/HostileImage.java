package dev.pixapi.image;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/**
 * A file that is no image to take, made on purpose or by accident.
 *
 * @param reason what its sender is told, behind the parameter's name
 */
record HostileImage(String name, byte[] bytes, String reason) {
    private static final String OURS = "; PNG, JPEG and WebP are taken";
    private static final String CUT = "ends in the middle";
    private static final String ANIMATED = "is animated; one picture is taken";
    private static final String APPENDED = "has something appended behind its end";
    private static final String NO_SIDE = "has a side of no pixels";
    private static final String CHECKSUM = "is damaged: a checksum in it is wrong";
    private static final String ODD_JPEG =
            "is a lossless, hierarchical or arithmetic JPEG; baseline and progressive ones are"
                    + " taken";

    /** Made once: some are large. */
    private static final List<HostileImage> ALL =
            Stream.of(otherFiles(), polyglots(), pngs(), jpegs(), webps()).flatMap(s -> s).toList();

    @Override
    public String toString() {
        return name;
    }

    static List<HostileImage> all() {
        return ALL;
    }

    private static Stream<HostileImage> otherFiles() {
        return Stream.of(
                other("nothing at all", "", "is empty"),
                other("one byte", "x", "is no image" + OURS),
                other("plain text", "This is no image.", "is no image" + OURS),
                other("zeros", "\0".repeat(5_000), "is no image" + OURS),
                other("a GIF of one pixel", "GIF89a\1\0\1\0\0\0\0;", "is a GIF" + OURS),
                other("an old GIF", "GIF87a\1\0\1\0\0\0\0;", "is a GIF" + OURS),
                other("a BMP", "BM\u009a\0\0\0\0\0\0\0\u007a\0\0\0", "is a BMP" + OURS),
                other("a little-endian TIFF", "II*\0\u0008\0\0\0", "is a TIFF" + OURS),
                other("a big-endian TIFF", "MM\0*\0\0\0\u0008", "is a TIFF" + OURS),
                other("a HEIC", "\0\0\0\u0018ftypheic\0\0\0\0mif1heic", "is a HEIC" + OURS),
                other("a HEIF by its general brand", "\0\0\0\u0018ftypmif1", "is a HEIC" + OURS),
                other("an AVIF", "\0\0\0\u001cftypavif\0\0\0\0avifmif1", "is an AVIF" + OURS),
                other("an MP4", "\0\0\0\u0018ftypisom\0\0\2\0", "is a video" + OURS),
                other("an icon", "\0\0\1\0\1\0\u0010\u0010", "is an icon" + OURS),
                other("a PDF", "%PDF-1.7\n%\u00e2\u00e3", "is a PDF" + OURS),
                other("a ZIP", "PK\3\4\u0014\0\0\0", "is a ZIP archive" + OURS),
                other("an empty ZIP", "PK\5\6" + "\0".repeat(18), "is a ZIP archive" + OURS),
                other("a gzip", "\u001f\u008b\u0008\0", "is a gzip archive" + OURS),
                other("an ELF program", "\u007fELF\2\1\1", "is a program" + OURS),
                other("a Windows program", "MZ\u0090\0", "is a program" + OURS),
                other("a Photoshop file", "8BPS\0\1", "is a Photoshop file" + OURS),
                other("a JPEG XL", "\u00ff\n\u00fa\u001f", "is a JPEG XL" + OURS),
                other("a JPEG 2000", "\0\0\0\u000cjP  \r\n\u0087\n", "is a JPEG 2000" + OURS),
                other("an SVG", "\n <SVG onload='alert(1)'/>", "is an SVG" + OURS),
                other(
                        "an SVG behind a byte order mark",
                        "\u00ef\u00bb\u00bf<svg/>",
                        "is an SVG" + OURS),
                other("XML", "<?xml version='1.0'?><svg/>", "is an SVG or other XML" + OURS),
                other("a page", "<!DOCTYPE HTML><html></html>", "is an HTML page" + OURS),
                other(
                        "a script in a page",
                        "\t<script>alert(1)</script>",
                        "is an HTML page" + OURS),
                other("an error of another API", "{\"error\": 1}", "is JSON" + OURS),
                other("a PNG as base64", base64(PngBytes.sound()), "is base64 text" + OURS),
                other("a sound", "RIFF\u0024\0\0\0WAVEfmt ", "is no image" + OURS),
                new HostileImage(
                        "a PNG of a byte too many",
                        Arrays.copyOf(PngBytes.sound(), InputLimits.MOST_BYTES + 1),
                        "is larger than 50 MB"));
    }

    private static Stream<HostileImage> polyglots() {
        var png = PngBytes.sound();
        var jpeg = JpegBytes.sound();
        var webp = WebpBytes.sound();
        return Stream.of(
                new HostileImage("a PNG and a ZIP", with(png, "PK\3\4"), APPENDED),
                new HostileImage("a PNG, zeros and a ZIP", with(png, "\0\0\0PK\3\4"), APPENDED),
                new HostileImage("a PNG and a page", with(png, "<script>"), APPENDED),
                new HostileImage("a PNG and PHP", with(png, "<?php system('id');"), APPENDED),
                new HostileImage("a PNG and a second PNG", join(png, png), APPENDED),
                new HostileImage("a PNG and a second IEND", with(png, "\0\0\0\0IEND"), APPENDED),
                new HostileImage("a JPEG and a ZIP", with(jpeg, "PK\3\4"), APPENDED),
                new HostileImage("a JPEG and JavaScript", with(jpeg, "*/=alert(1)"), APPENDED),
                new HostileImage("a JPEG and a PDF", with(jpeg, "\n%PDF-1.7"), APPENDED),
                new HostileImage("a JPEG and an unannounced JPEG", join(jpeg, jpeg), APPENDED),
                new HostileImage("a WebP and a ZIP", with(webp, "PK\3\4"), APPENDED),
                new HostileImage(
                        "a ZIP and a PNG", join(latin1("PK\3\4"), png), "is a ZIP archive" + OURS),
                new HostileImage(
                        "a PDF and a JPEG", join(latin1("%PDF-1.7\n"), jpeg), "is a PDF" + OURS),
                new HostileImage(
                        "a page and a WebP",
                        join(latin1("<html>"), webp),
                        "is an HTML page" + OURS),
                new HostileImage(
                        "a GIF and a PNG", join(latin1("GIF89a"), png), "is a GIF" + OURS));
    }

    private static Stream<HostileImage> pngs() {
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

    private static Stream<HostileImage> jpegs() {
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

    private static Stream<HostileImage> webps() {
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

    private static PngBytes rgb(int width, int height) {
        return new PngBytes().header(width, height, 8, 2);
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

    private static HostileImage other(String name, String content, String reason) {
        return new HostileImage(name, latin1(content), reason);
    }

    private static HostileImage png(String name, PngBytes png, String reason) {
        return new HostileImage(name, png.bytes(), reason);
    }

    private static HostileImage jpeg(String name, JpegBytes jpeg, String reason) {
        return new HostileImage(name, jpeg.bytes(), reason);
    }

    private static HostileImage webp(String name, byte[] webp, String reason) {
        return new HostileImage(name, webp, reason);
    }

    private static String side(String size) {
        return "is " + size + " pixels; a side has at most 16,384";
    }

    private static byte[] half(byte[] file) {
        return Arrays.copyOf(file, file.length / 2);
    }

    private static byte[] shorter(byte[] file) {
        return Arrays.copyOf(file, file.length - 1);
    }

    private static byte[] with(byte[] file, String tail) {
        return join(file, latin1(tail));
    }

    static byte[] join(byte[] first, byte[] second) {
        var both = new ByteArrayOutputStream();
        both.writeBytes(first);
        both.writeBytes(second);
        return both.toByteArray();
    }

    private static byte[] latin1(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
