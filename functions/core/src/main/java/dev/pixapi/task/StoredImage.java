package dev.pixapi.task;

import dev.pixapi.image.ImageInfo;

import java.util.Optional;

/** An image that can be read. */
public record StoredImage(String key, ImageInfo info, Optional<String> revisedPrompt) {}
