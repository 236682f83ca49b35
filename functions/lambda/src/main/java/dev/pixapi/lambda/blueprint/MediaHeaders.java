package dev.pixapi.lambda.blueprint;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What stands beside every image, whoever serves it. An image is a stranger's: a browser is told to
 * take it for nothing else, to run nothing in it, and that any page may show it.
 */
public final class MediaHeaders {
    public static final String CONTENT_TYPE_OPTIONS = "nosniff";
    public static final String CONTENT_SECURITY_POLICY = "default-src 'none'; sandbox";
    public static final String RESOURCE_POLICY = "cross-origin";

    private MediaHeaders() {}

    /** By their names. Strict-Transport-Security is the CDN's alone: a plain front has no TLS. */
    public static Map<String, String> all() {
        var headers = new LinkedHashMap<String, String>();
        headers.put("x-content-type-options", CONTENT_TYPE_OPTIONS);
        headers.put("content-security-policy", CONTENT_SECURITY_POLICY);
        headers.put("cross-origin-resource-policy", RESOURCE_POLICY);
        return headers;
    }
}
