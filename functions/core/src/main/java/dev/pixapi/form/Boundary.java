package dev.pixapi.form;

import dev.pixapi.api.ApiException;
import dev.pixapi.api.ErrorCode;
import dev.pixapi.api.HttpRequest;

import java.nio.charset.StandardCharsets;

/** What stands between the parts of a form, as its Content-Type says. */
final class Boundary {
    /** RFC 2046, 5.1.1. */
    private static final int LONGEST = 70;

    private Boundary() {}

    /**
     * @throws ApiException when the Content-Type has none that can be one
     */
    static byte[] of(HttpRequest request) {
        var type = request.header("content-type").orElse("");
        var boundary = HeaderParameters.of(type).getOrDefault("boundary", "");
        if (boundary.isEmpty() || boundary.length() > LONGEST) {
            throw ApiException.of(
                    ErrorCode.INVALID_VALUE,
                    "The Content-Type of a form must have a boundary of 1 to "
                            + LONGEST
                            + " characters; an HTTP client makes one if it is left to set the"
                            + " header.");
        }
        return boundary.getBytes(StandardCharsets.ISO_8859_1);
    }
}
