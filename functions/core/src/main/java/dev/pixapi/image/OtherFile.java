package dev.pixapi.image;

import java.util.List;
import java.util.Optional;

/**
 * A kind of file that is taken for an image and is none of ours, to be called by its name.
 *
 * @param name with its article
 * @param at where its mark stands
 * @param mark its bytes as Latin-1; letters of either case where it is text
 */
record OtherFile(String name, int at, String mark) {
    private static final List<OtherFile> KNOWN =
            List.of(
                    new OtherFile("a GIF", 0, "GIF8"),
                    new OtherFile("a BMP", 0, "BM"),
                    new OtherFile("a TIFF", 0, "II*\0"),
                    new OtherFile("a TIFF", 0, "MM\0*"),
                    new OtherFile("an AVIF", 4, "ftypavi"),
                    new OtherFile("a HEIC", 4, "ftyphei"),
                    new OtherFile("a HEIC", 4, "ftyphev"),
                    new OtherFile("a HEIC", 4, "ftypmif1"),
                    new OtherFile("a HEIC", 4, "ftypmsf1"),
                    new OtherFile("a video", 4, "ftyp"),
                    new OtherFile("a JPEG XL", 0, "\u00FF\n"),
                    new OtherFile("a JPEG XL", 4, "JXL "),
                    new OtherFile("a JPEG 2000", 4, "jP  "),
                    new OtherFile("an icon", 0, "\0\0\1\0"),
                    new OtherFile("a Photoshop file", 0, "8BPS"),
                    new OtherFile("a PDF", 0, "%PDF"),
                    new OtherFile("a ZIP archive", 0, "PK\3\4"),
                    new OtherFile("a ZIP archive", 0, "PK\5\6"),
                    new OtherFile("a gzip archive", 0, "\u001F\u008B"),
                    new OtherFile("a program", 0, "\u007FELF"),
                    new OtherFile("a program", 0, "MZ"),
                    new OtherFile("base64 text", 0, "iVBORw0KGgo"),
                    new OtherFile("base64 text", 0, "/9j/"),
                    new OtherFile("base64 text", 0, "UklGR"),
                    new OtherFile("a data: URL", 0, "data:"));

    /** Behind white space, in either case. */
    private static final List<OtherFile> TEXTS =
            List.of(
                    new OtherFile("an SVG", 0, "<svg"),
                    new OtherFile("an SVG or other XML", 0, "<?xml"),
                    new OtherFile("an HTML page", 0, "<!doctype html"),
                    new OtherFile("an HTML page", 0, "<html"),
                    new OtherFile("an HTML page", 0, "<script"),
                    new OtherFile("an SVG or other XML", 0, "<!doctype"),
                    new OtherFile("an SVG or other XML", 0, "<!--"),
                    new OtherFile("a URL, which goes into JSON", 0, "https://"),
                    new OtherFile("a URL, which goes into JSON", 0, "http://"),
                    new OtherFile("JSON", 0, "{\""));

    private static final String BYTE_ORDER_MARK = "\u00EF\u00BB\u00BF";
    private static final int MOST_WHITE_SPACE = 64;

    static Optional<String> nameOf(byte[] file) {
        return KNOWN.stream()
                .filter(kind -> matches(kind.mark, file, kind.at))
                .findFirst()
                .or(() -> text(file))
                .map(OtherFile::name);
    }

    private static Optional<OtherFile> text(byte[] file) {
        var at = matches(BYTE_ORDER_MARK, file, 0) ? BYTE_ORDER_MARK.length() : 0;
        while (at < file.length && at < MOST_WHITE_SPACE && file[at] > 0 && file[at] <= ' ') {
            at++;
        }
        var start = at;
        return TEXTS.stream().filter(kind -> matchesText(kind.mark, file, start)).findFirst();
    }

    private static boolean matches(String mark, byte[] file, int at) {
        for (var i = 0; i < mark.length(); i++) {
            if (at + i >= file.length || (file[at + i] & 0xFF) != mark.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static boolean matchesText(String mark, byte[] file, int at) {
        for (var i = 0; i < mark.length(); i++) {
            if (at + i >= file.length
                    || Character.toLowerCase((char) (file[at + i] & 0xFF)) != mark.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
