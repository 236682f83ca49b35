package dev.pixapi.provider;

import java.util.Optional;

/** An image as a provider returned it: bytes that nobody has looked at yet. */
public record ProviderImage(byte[] bytes, Optional<String> revisedPrompt) {}
