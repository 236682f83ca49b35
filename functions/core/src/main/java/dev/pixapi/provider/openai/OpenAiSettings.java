package dev.pixapi.provider.openai;

import dev.pixapi.provider.Access;

import java.net.URI;
import java.time.Duration;

/**
 * Where OpenAI's API is spoken.
 *
 * @param base up to and with the version, {@code https://api.openai.com/v1}
 * @param header that carries the key, {@code Authorization} or {@code api-key}
 * @param credential its value; never logged
 * @param connectTimeout a connection that takes longer is a refusal known to be free
 */
public record OpenAiSettings(URI base, String header, String credential, Duration connectTimeout) {

    /**
     * OpenAI, and what takes the key as it does. Without a path, the base gets /v1.
     *
     * @throws IllegalArgumentException as {@link Access} does
     */
    public static OpenAiSettings openAi(URI base, String key, Duration connectTimeout) {
        var access = new Access(base, key).at("/v1");
        return new OpenAiSettings(
                access.base(), "Authorization", "Bearer " + access.key(), connectTimeout);
    }

    /**
     * A resource of Azure's. Without a path, the endpoint gets /openai/v1.
     *
     * @throws IllegalArgumentException as {@link Access} does
     */
    public static OpenAiSettings azure(URI endpoint, String key, Duration connectTimeout) {
        var access = new Access(endpoint, key).at("/openai/v1");
        return new OpenAiSettings(access.base(), "api-key", access.key(), connectTimeout);
    }

    /** Without the key. */
    @Override
    public String toString() {
        return base.toString();
    }
}
