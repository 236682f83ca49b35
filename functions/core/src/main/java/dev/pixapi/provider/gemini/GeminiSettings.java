package dev.pixapi.provider.gemini;

import dev.pixapi.provider.Access;

import java.net.URI;
import java.time.Duration;

/**
 * Where the Gemini API is spoken.
 *
 * @param base up to and with the version, {@code https://generativelanguage.googleapis.com/v1beta};
 *     without a path, /v1beta is added
 * @param key sent in a header of its own; never logged
 * @param connectTimeout a connection that takes longer is a refusal known to be free
 */
public record GeminiSettings(URI base, String key, Duration connectTimeout) {

    /**
     * @throws IllegalArgumentException when the base is no http URL, or the key has a space or a
     *     sign that no header can hold; the message does not show it
     */
    public GeminiSettings {
        base = new Access(base, key).at("/v1beta").base();
    }

    /** Without the key. */
    @Override
    public String toString() {
        return base.toString();
    }
}
