package dev.pixapi.form;

import dev.pixapi.api.ApiException;
import dev.pixapi.api.Parameters;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What the headers of a part say of it. Its content type does not count. */
record PartHead(String name, Optional<String> fileName) {
    private static final int LONGEST_NAME = 200;

    /** Those that leave the bytes as they are; the others are history (RFC 7578, 4.7). */
    private static final Set<String> PLAIN = Set.of("", "7bit", "8bit", "binary");

    /** A line's end, unless the next line goes on with a blank. */
    private static final Pattern LINE_END = Pattern.compile("\r\n(?![ \t])");

    /**
     * @param headers a character for each byte, with the empty line at their end
     * @throws ApiException when the part has no name, or is coded once more
     */
    static PartHead of(String headers) {
        var fields = fields(text(headers));
        var parameters = HeaderParameters.of(fields.getOrDefault("content-disposition", ""));
        var name = parameters.getOrDefault("name", "").strip();
        if (!parameters.containsKey("form-data") || name.isEmpty()) {
            throw Parts.malformed(
                    "has a part without Content-Disposition: form-data; name=\"…\" among its"
                            + " headers");
        }
        if (name.length() > LONGEST_NAME) {
            throw Parts.malformed("has a part whose name is longer than 200 characters");
        }
        checkCoding(name, fields);
        return new PartHead(name, Optional.ofNullable(parameters.get("filename")));
    }

    private static void checkCoding(String name, Map<String, String> fields) {
        var coding = fields.getOrDefault("content-transfer-encoding", "");
        if (!PLAIN.contains(coding.toLowerCase(Locale.ROOT))) {
            throw Parameters.invalid(
                    name, "must be sent as it is, without a Content-Transfer-Encoding");
        }
        var type = fields.getOrDefault("content-type", "");
        if (type.toLowerCase(Locale.ROOT).startsWith("multipart/")) {
            throw Parameters.invalid(name, "must not be multipart itself; repeat the part instead");
        }
    }

    private static String text(String headers) {
        return Utf8.text(headers.getBytes(StandardCharsets.ISO_8859_1))
                .orElseThrow(() -> Parts.malformed("has a part whose headers are no UTF-8"));
    }

    /** By name in lower case; of a name that is there twice, the first. */
    private static Map<String, String> fields(String headers) {
        var fields = new HashMap<String, String>();
        for (var line : LINE_END.split(headers, -1)) {
            var colon = line.indexOf(':');
            if (colon < 0 && !line.isBlank()) {
                throw Parts.malformed("has a part with a header without a colon");
            }
            if (colon >= 0) {
                var name = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
                fields.putIfAbsent(name, line.substring(colon + 1).strip());
            }
        }
        return fields;
    }
}
