package dev.pixapi.provider.gemini;

import java.net.URI;
import java.time.Duration;
import java.util.regex.Pattern;

/**
 * Where the Gemini API is spoken.
 *
 * @param base up to and with the version, {@code https://generativelanguage.googleapis.com/v1beta};
 *     without a path, /v1beta is added
 * @param key sent in a header of its own; never logged
 * @param connectTimeout a connection that takes longer is a refusal known to be free
 */
public record GeminiSettings(URI base, String key, Duration connectTimeout) {

    /** What can stand in a header. */
    private static final Pattern KEY = Pattern.compile("[!-~]+");

    /**
     * @throws IllegalArgumentException when the base is no http URL, or the key has a space or a
     *     sign that no header can hold; the message does not show it
     */
    public GeminiSettings {
        var http = "https".equals(base.getScheme()) || "http".equals(base.getScheme());
        if (!http || base.getHost() == null) {
            throw new IllegalArgumentException("the base URL of a provider is no http URL");
        }
        if (!KEY.matcher(key).matches()) {
            throw new IllegalArgumentException("the key of a provider cannot stand in a header");
        }
        var text = base.toString().replaceAll("/+$", "");
        var path = URI.create(text).getPath();
        base = URI.create(path == null || path.isEmpty() ? text + "/v1beta" : text);
    }

    /** Without the key. */
    @Override
    public String toString() {
        return base.toString();
    }
}
