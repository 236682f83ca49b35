package dev.pixapi.input;

import dev.pixapi.api.ApiException;
import dev.pixapi.api.ErrorCode;

import java.util.Base64;

/**
 * A data URL in base64, {@code data:image/png;base64,…}. What it says of its type does not count:
 * the bytes do.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc2397">RFC 2397</a>
 */
public final class DataUrl {
    private static final String SCHEME = "data:";
    private static final String BASE64 = ";base64";

    /** Of what stands before the comma; real ones have some thirty. */
    private static final int LONGEST_HEAD = 200;

    private DataUrl() {}

    public static boolean is(String url) {
        return url.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    }

    /**
     * @throws ApiException naming the parameter, when it is no base64
     */
    public static byte[] bytes(String parameter, String url) {
        var comma = url.indexOf(',');
        var base64 =
                comma >= BASE64.length()
                        && comma <= LONGEST_HEAD
                        && url.regionMatches(
                                true, comma - BASE64.length(), BASE64, 0, BASE64.length());
        if (!base64) {
            throw refused(parameter);
        }
        try {
            return Base64.getDecoder().decode(url.substring(comma + 1));
        } catch (IllegalArgumentException _) {
            throw refused(parameter);
        }
    }

    private static ApiException refused(String parameter) {
        return ApiException.at(
                parameter,
                ErrorCode.INVALID_IMAGE,
                "'" + parameter + "' must be data:image/…;base64, and the image in base64.");
    }
}
