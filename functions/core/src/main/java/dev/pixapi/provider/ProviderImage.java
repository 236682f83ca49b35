package dev.pixapi.provider;

import java.util.Base64;
import java.util.Optional;

/** An image as a provider returned it: bytes that nobody has looked at yet. */
public record ProviderImage(byte[] bytes, Optional<String> revisedPrompt) {

    /**
     * From a field of an answer. What is no base64 is no image either, which is found out where
     * images are looked at, and no reason to lose the one beside it.
     *
     * @param data bytes, or a text in base64
     */
    public static ProviderImage of(Object data, Optional<String> revisedPrompt) {
        return new ProviderImage(bytes(data), revisedPrompt);
    }

    private static byte[] bytes(Object data) {
        try {
            return switch (data) {
                case byte[] decoded -> decoded;
                case String base64 -> Base64.getDecoder().decode(base64);
                case null, default -> new byte[0];
            };
        } catch (IllegalArgumentException _) {
            return new byte[0];
        }
    }
}
