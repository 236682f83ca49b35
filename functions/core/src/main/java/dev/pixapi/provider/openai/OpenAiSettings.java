package dev.pixapi.provider.openai;

import java.net.URI;
import java.time.Duration;
import java.util.regex.Pattern;

/**
 * Where OpenAI's API is spoken.
 *
 * @param base up to and with the version, {@code https://api.openai.com/v1}
 * @param header that carries the key, {@code Authorization} or {@code api-key}
 * @param credential its value; never logged
 * @param connectTimeout a connection that takes longer is a refusal known to be free
 */
public record OpenAiSettings(URI base, String header, String credential, Duration connectTimeout) {

    /** What can stand in a header. */
    private static final Pattern KEY = Pattern.compile("[!-~]+");

    /** OpenAI, and what takes the key as it does. Without a path, the base gets /v1. */
    public static OpenAiSettings openAi(URI base, String key, Duration connectTimeout) {
        return new OpenAiSettings(
                withPath(base, "/v1"), "Authorization", "Bearer " + checked(key), connectTimeout);
    }

    /** A resource of Azure's. Without a path, the endpoint gets /openai/v1. */
    public static OpenAiSettings azure(URI endpoint, String key, Duration connectTimeout) {
        return new OpenAiSettings(
                withPath(endpoint, "/openai/v1"), "api-key", checked(key), connectTimeout);
    }

    /**
     * @throws IllegalArgumentException when the base is no http URL
     */
    private static URI withPath(URI base, String standard) {
        var http = "https".equals(base.getScheme()) || "http".equals(base.getScheme());
        if (!http || base.getHost() == null) {
            throw new IllegalArgumentException("the base URL of a provider is no http URL");
        }
        var text = base.toString().replaceAll("/+$", "");
        var path = URI.create(text).getPath();
        return URI.create(path == null || path.isEmpty() ? text + standard : text);
    }

    /**
     * @throws IllegalArgumentException when the key has a space or a sign that no header can hold;
     *     the message does not show it
     */
    private static String checked(String key) {
        if (!KEY.matcher(key).matches()) {
            throw new IllegalArgumentException("the key of a provider cannot stand in a header");
        }
        return key;
    }

    /** Without the key. */
    @Override
    public String toString() {
        return base.toString();
    }
}
