package dev.pixapi.provider;

import dev.pixapi.image.ImageRequest;

import java.time.Duration;

/**
 * One paid call.
 *
 * @param model its name at the provider
 * @param timeout after which the outcome counts as unknown
 */
public record ProviderCall(ImageRequest image, String model, Duration timeout) {}
