package dev.pixapi.image;

import static dev.pixapi.image.HostileImage.APPENDED;
import static dev.pixapi.image.HostileImage.OURS;
import static dev.pixapi.image.HostileImage.join;
import static dev.pixapi.image.HostileImage.latin1;
import static dev.pixapi.image.HostileImage.with;

import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Stream;

/** Files of other kinds, alone or together with an image. */
final class HostileFiles {
    private HostileFiles() {}

    static Stream<HostileImage> all() {
        return Stream.concat(kinds(), polyglots());
    }

    private static Stream<HostileImage> kinds() {
        return Stream.of(
                other("nothing at all", "", "is empty"),
                other("one byte", "x", "is no image" + OURS),
                other("plain text", "This is no image.", "is no image" + OURS),
                other(
                        "a URL in a form",
                        "https://images.example.com/a.png",
                        "is a URL, which goes into JSON" + OURS),
                other(
                        "an old URL in a form",
                        "http://images.example.com/a.png",
                        "is a URL, which goes into JSON" + OURS),
                other("zeros", "\0".repeat(5_000), "is no image" + OURS),
                other("a GIF of one pixel", "GIF89a\1\0\1\0\0\0\0;", "is a GIF" + OURS),
                other("an old GIF", "GIF87a\1\0\1\0\0\0\0;", "is a GIF" + OURS),
                other("a BMP", "BM\u009a\0\0\0\0\0\0\0z\0\0\0", "is a BMP" + OURS),
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
                other("a sound", "RIFF$\0\0\0WAVEfmt ", "is no image" + OURS),
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

    private static HostileImage other(String name, String content, String reason) {
        return new HostileImage(name, latin1(content), reason);
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
