package dev.pixapi.provider.openai;

import java.net.URI;
import java.time.Duration;

/**
 * Where OpenAI's API is spoken.
 *
 * @param base up to and with the version, {@code https://api.openai.com/v1}; without a path, /v1 is
 *     added
 * @param key sent as bearer token; never logged
 * @param connectTimeout a connection that takes longer is a refusal known to be free
 */
public record OpenAiSettings(URI base, String key, Duration connectTimeout) {
    public static final URI OPENAI = URI.create("https://api.openai.com/v1");

    public OpenAiSettings {
        if (!"https".equals(base.getScheme()) && !"http".equals(base.getScheme())) {
            throw new IllegalArgumentException("the base URL of a provider is http or https");
        }
        var text = base.toString().replaceAll("/+$", "");
        var path = URI.create(text).getPath();
        base = URI.create(path == null || path.isEmpty() ? text + "/v1" : text);
    }

    /** Without the key. */
    @Override
    public String toString() {
        return base.toString();
    }
}
