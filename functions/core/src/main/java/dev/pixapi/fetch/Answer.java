package dev.pixapi.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How an answer begins, and the rest of it still to be read.
 *
 * @param headers by name in small letters; what comes more than once is joined by commas
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9112">RFC 9112</a>
 */
record Answer(int status, Map<String, String> headers, InputStream rest) {
    /** Of all that comes before the body; real ones have 1 to 8 KB. */
    private static final int LONGEST_HEAD = 32 * 1024;

    private static final Pattern STATUS_LINE =
            Pattern.compile("HTTP/1\\.[01] ([1-5]\\d\\d)(?: .*)?");
    private static final Pattern HEADER = Pattern.compile("([!#$%&'*+.^_`|~0-9A-Za-z-]+):(.*)");
    private static final Pattern LENGTH = Pattern.compile("\\d{1,18}");
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    private static final int OK = 200;
    private static final int SWITCHING_PROTOCOLS = 101;

    static Answer read(InputStream in) throws IOException {
        var lines =
                new Lines(
                        in,
                        LONGEST_HEAD,
                        new FetchRefused("answered with headers that are too long"));
        var answer = read(lines, in);
        while (answer.isInterim()) {
            answer = read(lines, in);
        }
        return answer;
    }

    private static Answer read(Lines lines, InputStream in) throws IOException {
        var status = STATUS_LINE.matcher(lines.next());
        if (!status.matches()) {
            throw notHttp();
        }
        var headers = new HashMap<String, String>();
        for (var line = lines.next(); !line.isEmpty(); line = lines.next()) {
            var header = HEADER.matcher(line);
            if (!header.matches()) {
                throw notHttp();
            }
            var name = header.group(1).toLowerCase(Locale.ROOT);
            headers.merge(name, header.group(2).strip(), (a, b) -> a + ", " + b);
        }
        return new Answer(Integer.parseInt(status.group(1)), Map.copyOf(headers), in);
    }

    private boolean isInterim() {
        return status < OK && status != SWITCHING_PROTOCOLS;
    }

    /** Where the image is instead. */
    Optional<String> redirect() {
        return REDIRECTS.contains(status) ? header("location") : Optional.empty();
    }

    /**
     * The image itself, not yet read.
     *
     * @param most bytes that an answer may announce
     */
    InputStream body(int most) throws IOException {
        if (status != OK) {
            throw new FetchRefused("answered " + status + " instead of 200");
        }
        if (!header("content-encoding").orElse("identity").equalsIgnoreCase("identity")) {
            throw new FetchRefused("answered with a Content-Encoding, which is not taken");
        }
        var transfer = header("transfer-encoding");
        if (transfer.isPresent()) {
            return chunked(transfer.get());
        }
        var length = header("content-length");
        return length.isPresent() ? Framed.whole(rest, length(length.get(), most)) : rest;
    }

    private InputStream chunked(String transfer) throws IOException {
        if (!transfer.equalsIgnoreCase("chunked")) {
            throw new FetchRefused("answered with a Transfer-Encoding other than chunked");
        }
        return Framed.chunked(rest);
    }

    private static long length(String text, int most) throws FetchRefused {
        if (!LENGTH.matcher(text).matches()) {
            throw notHttp();
        }
        var length = Long.parseLong(text);
        if (length > most) {
            throw Metered.tooLarge(most);
        }
        return length;
    }

    private Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    private static FetchRefused notHttp() {
        return new FetchRefused("did not answer as a web server does");
    }
}
