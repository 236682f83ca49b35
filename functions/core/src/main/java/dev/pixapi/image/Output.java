package dev.pixapi.image;

import java.util.Optional;

/**
 * The file that is asked for.
 *
 * @param compression 0 to 100, for JPEG and WebP; empty is the provider's choice
 */
public record Output(ImageFormat format, Optional<Integer> compression, Background background) {}
