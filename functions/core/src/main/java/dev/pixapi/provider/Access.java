package dev.pixapi.provider;

import java.net.URI;
import java.util.regex.Pattern;

/**
 * Where a provider is called, and the key for it.
 *
 * @param base up to and with the version of its API, without a slash at its end
 * @param key sent in a header; never logged
 */
public record Access(URI base, String key) {

    /** What can stand in a header. */
    private static final Pattern KEY = Pattern.compile("[!-~]+");

    /**
     * @throws IllegalArgumentException when the base is no http URL, or the key has a space or a
     *     sign that no header can hold; the message does not show it
     */
    public Access {
        var http = "https".equals(base.getScheme()) || "http".equals(base.getScheme());
        if (!http || base.getHost() == null) {
            throw new IllegalArgumentException("the base URL of a provider is no http URL");
        }
        if (!KEY.matcher(key).matches()) {
            throw new IllegalArgumentException("the key of a provider cannot stand in a header");
        }
        base = URI.create(base.toString().replaceAll("/+$", ""));
    }

    /** A base without a path gets the usual one. */
    public Access at(String usualPath) {
        var path = base.getPath();
        return path == null || path.isEmpty()
                ? new Access(URI.create(base + usualPath), key)
                : this;
    }

    /** Without the key. */
    @Override
    public String toString() {
        return base.toString();
    }
}
