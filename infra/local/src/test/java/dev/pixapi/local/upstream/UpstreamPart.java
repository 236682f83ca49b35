package dev.pixapi.local.upstream;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A part of a form as it came, byte for byte.
 *
 * @param type empty for a text, which a sender need not type
 */
public record UpstreamPart(
        String name, Optional<String> filename, Optional<String> type, byte[] bytes) {

    private static final Pattern BOUNDARY = Pattern.compile("multipart/form-data; boundary=(\\S+)");
    private static final Pattern NAME = Pattern.compile("[; ]name=\"([^\"]*)\"");
    private static final Pattern FILENAME = Pattern.compile("; filename=\"([^\"]*)\"");
    private static final Pattern TYPE = Pattern.compile("\r\nContent-Type: ([^\r]+)");

    /** Reads the strict form of RFC 2046: no text before, between or behind the parts. */
    static List<UpstreamPart> read(UpstreamRequest request) {
        var matcher = BOUNDARY.matcher(request.header("content-type"));
        if (!matcher.matches()) {
            throw new AssertionError("no form: " + request.header("content-type"));
        }
        var delimiter = "\r\n--" + matcher.group(1);
        // One character a byte, so that nothing is lost.
        var body = "\r\n" + new String(request.body(), ISO_8859_1);
        var end = delimiter + "--\r\n";
        if (!body.startsWith(delimiter + "\r\n") || !body.endsWith(end)) {
            throw new AssertionError("the form does not begin and end with its boundary");
        }
        var parts = new ArrayList<UpstreamPart>();
        var inside = body.substring(delimiter.length(), body.length() - end.length());
        for (var part : inside.split(Pattern.quote(delimiter), -1)) {
            parts.add(part(part));
        }
        return parts;
    }

    boolean isFile() {
        return filename.isPresent();
    }

    String text() {
        return new String(bytes, UTF_8);
    }

    private static UpstreamPart part(String part) {
        var headers = part.indexOf("\r\n\r\n");
        if (!part.startsWith("\r\nContent-Disposition: form-data") || headers < 0) {
            throw new AssertionError("no part of a form: " + part);
        }
        var head = part.substring(0, headers);
        return new UpstreamPart(
                found(NAME, head).orElseThrow(),
                found(FILENAME, head),
                found(TYPE, head),
                part.substring(headers + 4).getBytes(ISO_8859_1));
    }

    private static Optional<String> found(Pattern pattern, String head) {
        return pattern.matcher(head).results().map(match -> match.group(1)).findFirst();
    }
}
